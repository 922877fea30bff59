// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRound} from "../../../../contracts/interfaces/IRound.sol";
import {PageOpening, Phase} from "../../../../contracts/types/Round.sol";
import {Rules} from "../../../../contracts/types/Rules.sol";
import {PointsModel} from "../../models/PointsModel.sol";
import {TypedDataModel} from "../../models/TypedDataModel.sol";
import {Assert} from "../../support/Assert.sol";
import {Dice} from "../../support/Dice.sol";
import {Reviewers} from "./Reviewers.sol";

/// @title Openings in any order and repeatedly, and the recount
abstract contract Openers is Reviewers {
    using Dice for Dice.Cup;

    uint256 private constant CLOSED = 0;
    uint256 private constant OPENED = 1;
    uint256 private constant SIGNED = 2;

    /// @dev What became of a reviewer's ballot.
    enum Fate {
        Sealed,
        Counted,
        Spoiled
    }

    /// @dev A ballot that this opening opens, if the call is accepted.
    struct Opened {
        uint256 ballot;
        bool isOpen;
    }

    mapping(uint256 reviewer => Fate fate) private _fates;
    /// @dev Index of the counted ballot.
    mapping(uint256 reviewer => uint256 ballot) private _counted;

    /// @notice Counted and spoiled ballots.
    function settled() external view returns (uint256 counted, uint256 spoiled) {
        for (uint256 r = 1; r <= _reviewers; ++r) {
            if (_fates[r] == Fate.Counted) ++counted;
            if (_fates[r] == Fate.Spoiled) ++spoiled;
        }
    }

    function isSettled(uint256 reviewer) external view returns (bool) {
        return _fates[reviewer] != Fate.Sealed;
    }

    /// @notice Points and count of a proposal, from the counted ballots and from nothing else.
    function recount(uint256 number) external view returns (uint256 points, uint256 count) {
        return _recount(number, type(uint256).max);
    }

    /// @notice The same from the reviewers of communities outside one half.
    function recountFromOutside(uint256 number, uint256 half) external view returns (uint256 points, uint256 count) {
        return _recount(number, half);
    }

    /// @notice Lists that hold the proposal.
    function listsWith(uint256 number) external view returns (uint256 lists) {
        for (uint256 r = 1; r <= _reviewers; ++r) {
            for (uint256 i = 0; i < _lists[r].length; ++i) {
                if (_lists[r][i] == number) ++lists;
            }
        }
    }

    function open(uint256 seed) external {
        Dice.Cup memory dice = _throw(seed);
        if (_phase() < Phase.Opening && dice.oneIn(_pages.length > 4 ? 3 : 15)) _reach(dice, Phase.Opening);
        if (_pages.length == 0) return;
        if (_phase() == Phase.Opening && dice.oneIn(2)) _waitForOpening(dice);
        _openSome(dice, dice.between(1, 3));
    }

    /// @dev Opens everything that honest people can open.
    function _openAll(Dice.Cup memory dice) internal {
        for (uint256 page = 1; page <= _pages.length; ++page) {
            PageOpening[] memory openings = new PageOpening[](1);
            Opened[] memory opened;
            (openings[0], opened) = _opening(dice, page, 0);
            _must(_anyone(dice), abi.encodeCall(IRound.openPages, (openings)), "page opened");
            _settle(opened);
        }
    }

    /// @dev True if ballots can be opened now: with the key, or signed.
    function _isOpenable() internal view returns (bool) {
        return _phase() == Phase.Opening && (_round.keyCame() || _now > _loadRules().times.releaseUntil);
    }

    /// @dev The key comes, or the time of the reviewers' own openings.
    function _waitForOpening(Dice.Cup memory dice) internal virtual;

    /// @dev The recount: own lists, pairs, one ballot after the other. `half`: whose own reviewers are left out.
    function _recount(uint256 number, uint256 half) internal view returns (uint256 points, uint256 count) {
        Rules memory rules = _loadRules();
        for (uint256 r = 1; r <= _reviewers; ++r) {
            if (_fates[r] != Fate.Counted) continue;
            if (rules.owners && _halves[(r - 1) / rules.seatsPerCommunity + 1] == half) continue;
            uint256[] memory list = _lists[r];
            for (uint256 place = 0; place < list.length; ++place) {
                if (list[place] != number) continue;
                (uint256 x, bool hasOpinion) = PointsModel.pointsOf(rules, list, _ballots[_counted[r]].values, place);
                points += x;
                if (hasOpinion) ++count;
            }
        }
    }

    function _openSome(Dice.Cup memory dice, uint256 count) private {
        PageOpening[] memory openings = new PageOpening[](count);
        Opened[][] memory opened = new Opened[][](count);
        // One opening of the call may be wrong: then all of it is refused.
        uint256 wrong = dice.oneIn(4) ? dice.between(0, count - 1) : count;
        for (uint256 i = 0; i < count; ++i) {
            uint256 page = dice.between(1, _pages.length);
            (openings[i], opened[i]) = _opening(dice, page, i == wrong ? dice.between(1, 5) : 0);
        }
        (bool accepted, ) = _send(_anyone(dice), abi.encodeCall(IRound.openPages, (openings)));
        Assert.holds(accepted == (_isOpenable() && wrong == count), "opening");
        if (!accepted) return _note("opening refused");
        for (uint256 i = 0; i < count; ++i) _settle(opened[i]);
        _note(_round.keyCame() ? "opened with the key" : "opened by signatures");
    }

    /// @dev Settles what docs/protocol.md, "Opening", says is settled.
    function _settle(Opened[] memory opened) private {
        Rules memory rules = _loadRules();
        for (uint256 i = 0; i < opened.length; ++i) {
            Ballot storage ballot = _ballots[opened[i].ballot];
            uint256 r = ballot.reviewer;
            if (!opened[i].isOpen || ballot.version != _lastVersions[r] || _fates[r] != Fate.Sealed) continue;
            uint8 reason = PointsModel.spoiledBy(rules, _lists[r], ballot.values);
            _fates[r] = reason == 0 ? Fate.Counted : Fate.Spoiled;
            _counted[r] = opened[i].ballot;
            _note(["counted", "above the maximum", "partial", "on the blank card", "too many points"][reason]);
        }
    }

    /// @param fault 0: right. 1: another value or seal. 2: a wrong batch. 3: torn. 4: no such page. 5: a wrong kind.
    function _opening(
        Dice.Cup memory dice,
        uint256 number,
        uint256 fault
    ) private view returns (PageOpening memory opening, Opened[] memory opened) {
        Page memory page = _pages[number - 1];
        opened = new Opened[](page.ballots);
        bytes memory packed;
        for (uint256 i = 0; i < page.ballots; ++i) {
            opened[i].ballot = page.firstBallot + i;
            bytes memory one;
            (one, opened[i].isOpen) = _openOrNot(dice, _ballots[page.firstBallot + i]);
            packed = bytes.concat(packed, one);
        }
        opening = PageOpening({page: uint32(number), batchHash: page.batchHash, openings: packed});
        if (fault == 1) packed[5 + dice.between(0, 15)] ^= bytes1(uint8(dice.between(1, 255)));
        if (fault == 2) opening.batchHash = bytes32(dice.word());
        if (fault == 3) opening.openings = bytes.concat(packed, new bytes(dice.between(1, 36)));
        if (fault == 4) opening.page = uint32(_pages.length + 1);
        if (fault == 5) packed[4] = bytes1((uint8(packed[4]) & 0x0f) | uint8(0x10 * dice.between(3, 15)));
    }

    /// @dev Without the key: by the reviewer's signature, or by a wrong one, which leaves it closed.
    function _openOrNot(
        Dice.Cup memory dice,
        Ballot memory ballot
    ) private view returns (bytes memory packed, bool isOpen) {
        uint256 kind = !ballot.isTrue || dice.oneIn(5) ? CLOSED : (_round.keyCame() ? OPENED : SIGNED);
        packed = abi.encodePacked(uint32(ballot.reviewer), uint8(16 * kind + ballot.version));
        if (kind == CLOSED) return (abi.encodePacked(packed, ballot.seal), false);
        for (uint256 i = 0; i < ballot.values.length; ++i) packed = abi.encodePacked(packed, uint8(ballot.values[i]));
        packed = abi.encodePacked(packed, bytes16(ballot.salt));
        if (kind == OPENED) return (packed, true);
        Signer memory signer = _roll[ballot.reviewer];
        isOpen = !dice.oneIn(5);
        if (!isOpen) signer.secret = 0xBAD;
        bytes memory body = _sign(signer, TypedDataModel.opening(address(_round), ballot.reviewer, ballot.seal));
        packed = abi.encodePacked(packed, signer.kind, uint16(body.length), body);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRound} from "../../../../contracts/interfaces/IRound.sol";
import {IRoundErrors} from "../../../../contracts/interfaces/IRoundErrors.sol";
import {Phase} from "../../../../contracts/types/Round.sol";
import {Rules} from "../../../../contracts/types/Rules.sol";
import {TypedDataModel} from "../../models/TypedDataModel.sol";
import {Assert} from "../../support/Assert.sol";
import {Dice} from "../../support/Dice.sol";
import {Lottery} from "./Lottery.sol";

/// @title Ballots: good ones, bad ones, in batches and alone, by any hand
/// @notice Envelopes are any bytes: the contract decrypts nothing.
abstract contract Reviewers is Lottery {
    using Dice for Dice.Cup;

    /// @dev A ballot of a page, and what its reviewer knows of it.
    struct Ballot {
        uint256 reviewer;
        uint8 version;
        bytes32 seal;
        uint256[] values;
        bytes32 salt;
        /// @dev The values make the seal.
        bool isTrue;
    }

    /// @dev A page as the model keeps it.
    struct Page {
        uint256 firstBallot;
        uint256 ballots;
        bytes32 batchHash;
        bytes32 digest;
    }

    Ballot[] internal _ballots;
    /// @dev From 1.
    Page[] internal _pages;
    mapping(uint256 reviewer => uint8 version) internal _lastVersions;
    uint256 private _cast;

    function pages() external view returns (uint256) {
        return _pages.length;
    }

    function pageDigest(uint256 page) external view returns (bytes32) {
        return _pages[page - 1].digest;
    }

    /// @notice Reviewers who cast.
    function cast() external view returns (uint256) {
        return _cast;
    }

    function lastVersion(uint256 reviewer) external view returns (uint8) {
        return _lastVersions[reviewer];
    }

    function reviewers() external view returns (uint256) {
        return _reviewers;
    }

    function castMany(uint256 seed) external {
        Dice.Cup memory dice = _throw(seed);
        if (_phase() < Phase.Review && dice.oneIn(8)) _reach(dice, Phase.Review);
        if (_n == 0 || _round.seed() == 0) return;
        _castBatch(dice, dice.between(1, 12));
    }

    function castOne(uint256 seed) external {
        Dice.Cup memory dice = _throw(seed);
        if (_n == 0 || _round.seed() == 0) return;
        Ballot memory ballot = _newBallot(dice);
        (bytes memory packed, bool isSigned) = _pack(dice, ballot);
        bytes4 expected = _reason(ballot, isSigned);
        if (_phase() != Phase.Review) expected = IRoundErrors.Round_WrongPhase.selector;
        (bool accepted, bytes memory answer) = _send(_anyone(dice), abi.encodeCall(IRound.castBallot, (packed)));
        Assert.holds(accepted ? expected == 0 : bytes4(answer) == expected, "ballot cast alone");
        if (!accepted) return;
        _note("cast alone");
        _keep(ballot);
        _keepPage(1, packed);
    }

    /// @dev Steps of honest officials until the phase is reached, or another end.
    function _reach(Dice.Cup memory dice, Phase phase) internal virtual;

    function _castBatch(Dice.Cup memory dice, uint256 count) internal {
        bool runs = _phase() == Phase.Review;
        bytes memory batch;
        bytes memory kept;
        uint256 firstBallot = _ballots.length;
        bool torn = dice.oneIn(12);
        for (uint256 i = 0; i < count; ++i) {
            Ballot memory ballot = _newBallot(dice);
            (bytes memory packed, bool isSigned) = _pack(dice, ballot);
            batch = bytes.concat(batch, packed);
            if (!runs || torn) continue;
            bool fits = _reason(ballot, isSigned) == 0;
            _note(fits ? "ballot kept" : "ballot skipped");
            if (!fits) continue;
            kept = bytes.concat(kept, packed);
            _keep(ballot);
        }
        if (torn) batch = _tear(dice, batch);
        (bool accepted, ) = _send(_anyone(dice), abi.encodeCall(IRound.castBallots, (batch)));
        Assert.holds(accepted == (runs && !torn), "batch");
        if (kept.length != 0) _keepPage(_ballots.length - firstBallot, kept);
    }

    /// @dev The reason why a ballot is not recorded, or 0 (docs/protocol.md, "Cast").
    function _reason(Ballot memory ballot, bool isSigned) private view returns (bytes4) {
        if (ballot.reviewer == 0 || ballot.reviewer > _reviewers || _roll[ballot.reviewer].key == address(0)) {
            return IRoundErrors.Round_NotOnRoll.selector;
        }
        if (ballot.version > _loadRules().ballotLimit) return IRoundErrors.Round_BallotLimit.selector;
        if (ballot.version <= _lastVersions[ballot.reviewer]) return IRoundErrors.Round_BallotSuperseded.selector;
        return isSigned ? bytes4(0) : IRoundErrors.Round_BadSignature.selector;
    }

    function _keep(Ballot memory ballot) private {
        uint256 reviewer = ballot.reviewer;
        if (_lastVersions[reviewer] == 0) ++_cast;
        else _note("ballot replaced");
        _lastVersions[reviewer] = ballot.version;
        _ballots.push(ballot);
        _note(["signed by account", "signed by wallet", "signed by P-256"][_roll[reviewer].kind]);
    }

    /// @dev The page that the contract must have stored: heads and batch of the ballots kept, in their order.
    function _keepPage(uint256 ballots, bytes memory batch) private {
        uint256 firstBallot = _ballots.length - ballots;
        bytes memory heads;
        for (uint256 i = firstBallot; i < _ballots.length; ++i) {
            heads = abi.encodePacked(heads, uint32(_ballots[i].reviewer), _ballots[i].version, _ballots[i].seal);
        }
        bytes32 batchHash = keccak256(batch);
        _pages.push(
            Page({
                firstBallot: firstBallot,
                ballots: ballots,
                batchHash: batchHash,
                digest: keccak256(abi.encodePacked(keccak256(heads), batchHash))
            })
        );
    }

    /// @dev Mostly the next version of somebody on the roll with honest values.
    function _newBallot(Dice.Cup memory dice) private view returns (Ballot memory ballot) {
        ballot.reviewer = dice.oneIn(20) ? _reviewers + dice.between(1, 3) : dice.between(1, _reviewers);
        if (dice.oneIn(40)) ballot.reviewer = 0;
        for (uint256 tries = dice.between(0, 4); tries > 0 && !_mayCastAgain(ballot.reviewer); --tries) {
            ballot.reviewer = dice.between(1, _reviewers);
        }
        uint256 version = _lastVersions[ballot.reviewer] + 1;
        if (dice.oneIn(8)) version = dice.between(0, 15);
        ballot.version = uint8(version % 16);
        ballot.salt = bytes32(bytes16(bytes32(dice.word())));
        ballot.isTrue = ballot.reviewer != 0 && ballot.reviewer <= _reviewers && !dice.oneIn(12);
        if (!ballot.isTrue) {
            ballot.seal = bytes32(dice.word());
            return ballot;
        }
        ballot.values = _newValues(dice, _lists[ballot.reviewer]);
        ballot.seal = TypedDataModel.seal(ballot.reviewer, _lists[ballot.reviewer], ballot.values, ballot.salt);
    }

    function _mayCastAgain(uint256 reviewer) private view returns (bool) {
        return _roll[reviewer].key != address(0) && _lastVersions[reviewer] < _loadRules().ballotLimit;
    }

    /// @dev Sometimes one value is anything, which may spoil the ballot.
    function _newValues(Dice.Cup memory dice, uint256[] memory list) private view returns (uint256[] memory values) {
        Rules memory rules = _loadRules();
        uint256 criteria = rules.weights.length;
        values = new uint256[](list.length * criteria);
        bool limited = rules.pointsPerBallot != 0 && !dice.oneIn(6);
        uint256 left = limited ? rules.pointsPerBallot : type(uint256).max;
        for (uint256 place = 0; place < list.length; ++place) {
            if (list[place] == 0 ? !dice.oneIn(6) : dice.oneIn(5)) continue;
            uint256 most = left / criteria < rules.maxScore ? left / criteria : rules.maxScore;
            if (most == 0) continue;
            for (uint256 k = 0; k < criteria; ++k) {
                uint256 value = dice.between(1, most);
                values[place * criteria + k] = value;
                left -= value;
            }
        }
        if (dice.oneIn(4)) values[_anyPlace(dice, list, criteria)] = _anyValue(dice, rules.maxScore);
    }

    /// @dev Often that of the blank card, if it is on the list.
    function _anyPlace(Dice.Cup memory dice, uint256[] memory list, uint256 criteria) private pure returns (uint256) {
        uint256 place = dice.between(0, list.length * criteria - 1);
        for (uint256 i = 0; i < list.length; ++i) {
            if (list[i] == 0 && dice.oneIn(2)) place = i * criteria;
        }
        return place;
    }

    function _anyValue(Dice.Cup memory dice, uint256 maxScore) private pure returns (uint256) {
        uint256 kind = dice.between(0, 2);
        if (kind == 0) return 0;
        return dice.between(1, kind == 1 ? maxScore : 255);
    }

    /// @dev With an envelope of any bytes, and a signature that is its reviewer's or not.
    function _pack(Dice.Cup memory dice, Ballot memory ballot) private view returns (bytes memory, bool isSigned) {
        (, uint256 length) = _round.ballotSize();
        bytes memory envelope = _anyBytes(dice, length);
        bytes32 digest = TypedDataModel.ballot(address(_round), ballot.reviewer, ballot.version, ballot.seal, envelope);
        Signer memory signer = _roll[ballot.reviewer];
        isSigned = signer.key != address(0) && !dice.oneIn(12);
        // Somebody else's signature, or one of something else.
        if (signer.key == address(0) || (!isSigned && dice.oneIn(2))) signer.secret = 0xBAD;
        else if (!isSigned) digest = bytes32(dice.word());
        bytes memory body = _sign(signer, digest);
        if (signer.kind != 0) body = abi.encodePacked(uint16(body.length), body);
        uint8 tag = signer.kind * 16 + ballot.version;
        return (abi.encodePacked(uint32(ballot.reviewer), tag, ballot.seal, envelope, body), isSigned);
    }

    function _anyBytes(Dice.Cup memory dice, uint256 length) private pure returns (bytes memory some) {
        some = new bytes(length);
        bytes32 word;
        for (uint256 i = 0; i < length; ++i) {
            if (i % 32 == 0) word = bytes32(dice.word());
            some[i] = word[i % 32];
        }
    }

    /// @dev Less than all of it.
    function _tear(Dice.Cup memory dice, bytes memory batch) private pure returns (bytes memory part) {
        part = new bytes(batch.length - dice.between(1, 60));
        for (uint256 i = 0; i < part.length; ++i) part[i] = batch[i];
    }
}

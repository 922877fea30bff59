// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRound} from "../../../../contracts/interfaces/IRound.sol";
import {Phase, Proposal, ProposalState, Role} from "../../../../contracts/types/Round.sol";
import {Rules} from "../../../../contracts/types/Rules.sol";
import {Assert} from "../../support/Assert.sol";
import {Dice} from "../../support/Dice.sol";
import {TrusteeSteps} from "./TrusteeSteps.sol";

/// @title Roster, roll and freeze
abstract contract Officials is TrusteeSteps {
    using Dice for Dice.Cup;

    /// @dev Seats of the roll, from 1.
    mapping(uint256 reviewer => Signer signer) internal _roll;
    uint256 internal _reviewers;
    /// @dev Proposals on the roster.
    uint256 internal _n;
    bytes32 private _frozen;

    /// @notice Digest of all that the freeze made final; zero before it.
    function frozen() external view returns (bytes32) {
        return _frozen;
    }

    /// @notice The same digest of what the round says now.
    function frozenNow() external view returns (bytes32) {
        return _digestOfFrozen();
    }

    /// @dev The next thing that honest officials do before the review.
    function _prepare(Dice.Cup memory dice) internal {
        Phase phase = _phase();
        if (phase == Phase.Registration) _endRegistration(dice);
        else if (phase == Phase.Screening) _fixRoster();
        else _prepareFreeze(dice);
    }

    function _registerAnother(Dice.Cup memory dice) internal {
        uint256 applicant = dice.between(0, APPLICANTS - 1);
        if (_round.proposal(_applicant(applicant)).version == 0) _registerHonestly(dice, applicant);
    }

    function _acceptedKeys() internal view returns (address[] memory keys) {
        (uint256 accepted, , ) = _round.rosterSize();
        keys = new address[](accepted);
        uint256 last = 0;
        for (uint256 i = 0; i < accepted; ++i) (keys[i], last) = _nextAccepted(last);
    }

    /// @dev Puts this edition on the roll, if the registrar sends it in time.
    function _publishRoll(address sender, uint256 edition) internal returns (bool accepted) {
        uint256 count = _round.reviewerCount();
        bytes memory packed;
        for (uint256 r = 1; r <= count; ++r) packed = abi.encodePacked(packed, _signerOf(r, edition).key);
        (accepted, ) = _send(sender, abi.encodeCall(IRound.publishRoll, (0, packed)));
        if (!accepted) return false;
        _note("roll published");
        _reviewers = count;
        for (uint256 r = 1; r <= count; ++r) _roll[r] = _signerOf(r, edition);
    }

    /// @dev Called after whoever froze the round.
    function _noteFreeze() internal {
        _frozen = _digestOfFrozen();
        _note("frozen");
    }

    function _endRegistration(Dice.Cup memory dice) private {
        uint256 standing = 0;
        for (uint256 i = 0; i < APPLICANTS; ++i) {
            if (_standsStill(_round.proposal(_applicant(i)).state)) ++standing;
        }
        for (uint256 i = 0; i < APPLICANTS && standing < _wanted; ++i) {
            if (_standsStill(_round.proposal(_applicant(i)).state)) continue;
            _registerHonestly(dice, i);
            ++standing;
        }
        _waitUntil(_loadRules().times.registerUntil + 1);
    }

    function _fixRoster() private {
        for (uint256 i = 0; i < APPLICANTS; ++i) {
            Proposal memory standing = _round.proposal(_applicant(i));
            bool undecided = standing.state == ProposalState.Pending || standing.state == ProposalState.Refused;
            if (undecided) _screenHonestly(_applicant(i), standing.version);
        }
        address[] memory keys = _acceptedKeys();
        (bool accepted, ) = _send(_holder(Role.Admin), abi.encodeCall(IRound.extendRoster, (keys)));
        // Too many withdrew.
        if (!accepted) return _waitUntil(_loadRules().times.rosterBy + 1);
        _n = keys.length;
        for (uint256 i = 0; i < keys.length; ++i) {
            (address key, , ) = _round.rosterEntry(i + 1);
            Assert.equal(key, keys[i], "roster");
        }
        _note("roster fixed");
    }

    function _prepareFreeze(Dice.Cup memory dice) private {
        Rules memory rules = _loadRules();
        (uint256 published, uint256 chunks, uint256 changedAt) = _round.rollProgress();
        if (published != chunks) {
            Assert.holds(_publishRoll(_holder(Role.Registrar), dice.between(0, 1)), "roll of the registrar");
        } else if (_round.trusteeKeys().ballotShares.length == 0) {
            _generateKeys();
        } else {
            _waitUntil(changedAt + rules.times.rollNotice);
            if (_phase() != Phase.Roll) return;
            _must(_holder(Role.Admin), abi.encodeCall(IRound.freeze, (REASON)), "frozen by the admin");
            _noteFreeze();
        }
    }

    function _nextAccepted(uint256 last) private view returns (address key, uint256 ordinal) {
        ordinal = type(uint256).max;
        for (uint256 i = 0; i < APPLICANTS; ++i) {
            Proposal memory standing = _round.proposal(_applicant(i));
            bool isNext = standing.ordinal > last && standing.ordinal < ordinal;
            if (standing.state == ProposalState.Accepted && isNext) {
                (key, ordinal) = (_applicant(i), standing.ordinal);
            }
        }
    }

    /// @dev Rules and times, roster, roll, keys, and the first fixed block (it may move by whole windows).
    function _digestOfFrozen() private view returns (bytes32) {
        bytes memory all = abi.encode(_round.rules(), _round.rulesDigest(), _round.rollDigest(), _round.trusteeKeys());
        (uint256 drawBlock, ) = _round.drawBlock();
        (uint256 accepted, uint256 onRoster, bool isFixed) = _round.rosterSize();
        all = bytes.concat(all, abi.encode(drawBlock % 8_191, accepted, onRoster, isFixed));
        for (uint256 number = 1; number <= onRoster; ++number) {
            (address key, uint16 category, uint128 ask) = _round.rosterEntry(number);
            all = bytes.concat(all, abi.encode(key, category, ask));
        }
        for (uint256 r = 1; r <= _reviewers; ++r) all = bytes.concat(all, bytes20(_round.rollKey(r)));
        return keccak256(all);
    }
}

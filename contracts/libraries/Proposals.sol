// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SSTORE2} from "solady/src/utils/SSTORE2.sol";
import {IRoundErrors} from "../interfaces/IRoundErrors.sol";
import {IRoundEvents} from "../interfaces/IRoundEvents.sol";
import {Phase, Proposal, ProposalState, Registration, Screening} from "../types/Round.sol";
import {ProposalsState, State} from "../types/State.sol";
import {Bounds} from "./Bounds.sol";
import {Phases} from "./Phases.sol";
import {RulesCheck} from "./RulesCheck.sol";
import {RulesCode} from "./RulesCode.sol";
import {Signatures} from "./Signatures.sol";
import {TypedData} from "./TypedData.sol";

/// @title Proposals, from registration to the roster
library Proposals {
    /// @dev Bytes of a roster entry: key (20) ‖ category (2) ‖ ask (16).
    uint256 private constant ENTRY = 38;

    function register(
        State storage state,
        address key,
        Registration calldata input,
        bytes calldata signature
    ) external {
        Phases.require_(state, Phase.Registration);
        Signatures.requireKey(key, TypedData.digest(TypedData.proposalHash(input)), signature);
        if (input.digest == 0) revert IRoundErrors.Round_DigestMissing();
        ProposalsState storage self = state.proposals;
        Proposal storage standing = self.byKey[key];
        _requireNewer(key, input.version, standing.version);

        if (standing.state == ProposalState.Accepted) --self.accepted;
        uint32 ordinal = standing.ordinal;
        if (ordinal == 0) ordinal = ++self.registered;
        self.byKey[key] = Proposal({
            digest: input.digest,
            ask: input.ask,
            version: input.version,
            ordinal: ordinal,
            category: input.category,
            number: 0,
            state: ProposalState.Pending
        });
        emit IRoundEvents.ProposalRegistered(key, input.version, input.digest, input.category, input.ask, ordinal);
    }

    function withdraw(State storage state, address key, uint32 version, bytes calldata signature) external {
        ProposalsState storage self = state.proposals;
        Phase phase = Phases.current(state);
        // Between the start of the roster and its end nothing may move; after the ranking the committee decides.
        bool early = phase == Phase.Registration || phase == Phase.Screening;
        if (early ? false : phase < Phase.Roll || phase > Phase.Ranking) revert IRoundErrors.Round_WrongPhase(phase);
        if (early && self.rosterStarted) revert IRoundErrors.Round_RosterStarted();
        Signatures.requireKey(key, TypedData.digest(TypedData.withdrawalHash(version)), signature);

        Proposal storage standing = self.byKey[key];
        ProposalState was = standing.state;
        bool standsStill =
            was == ProposalState.Pending || was == ProposalState.Accepted || (early && was == ProposalState.Refused);
        if (!standsStill || (!early && standing.number == 0)) revert IRoundErrors.Round_NoProposal(key);
        _requireNewer(key, version, standing.version);

        standing.version = version;
        standing.state = ProposalState.Withdrawn;
        uint16 number = standing.number;
        if (number != 0) {
            uint256 index = number - 1;
            self.withdrawn[index >> 8] |= 1 << (index & 255);
        } else if (was == ProposalState.Accepted) {
            --self.accepted;
        }
        emit IRoundEvents.ProposalWithdrawn(key, version, number);
    }

    function screen(State storage state, Screening[] calldata screenings) external {
        Phase phase = Phases.current(state);
        if (phase > Phase.Screening) revert IRoundErrors.Round_WrongPhase(phase);
        if (state.proposals.rosterStarted) revert IRoundErrors.Round_RosterStarted();
        for (uint256 i = 0; i < screenings.length; ++i) _screen(state.proposals, screenings[i]);
    }

    function _screen(ProposalsState storage self, Screening calldata screening) private {
        address key = screening.key;
        Proposal storage standing = self.byKey[key];
        ProposalState was = standing.state;
        if (was == ProposalState.None || was == ProposalState.Withdrawn) revert IRoundErrors.Round_NoProposal(key);
        if (screening.version != standing.version) {
            revert IRoundErrors.Round_ScreenedVersion(key, screening.version, standing.version);
        }
        if (screening.reason == 0) revert IRoundErrors.Round_DigestMissing();
        bool accepted = screening.accepted;
        if (accepted && was != ProposalState.Accepted) ++self.accepted;
        if (!accepted && was == ProposalState.Accepted) --self.accepted;
        standing.state = accepted ? ProposalState.Accepted : ProposalState.Refused;
        emit IRoundEvents.ProposalScreened(key, screening.version, accepted, screening.reason);
    }

    function extendRoster(State storage state, address[] calldata keys) external {
        Phases.require_(state, Phase.Screening);
        ProposalsState storage self = state.proposals;
        uint256 accepted = self.accepted;
        if (!self.rosterStarted) {
            RulesCheck.checkRoster(RulesCode.load(), accepted);
            self.rosterStarted = true;
        }
        uint256 onRoster = self.onRoster;
        uint256 expected = accepted - onRoster;
        if (expected > Bounds.ROSTER_PART) expected = Bounds.ROSTER_PART;
        if (keys.length != expected) revert IRoundErrors.Round_RosterPart(keys.length, expected);

        self.parts[onRoster / Bounds.ROSTER_PART] = SSTORE2.write(_number(self, keys, onRoster));
        self.onRoster = uint16(onRoster + expected);
        emit IRoundEvents.RosterExtended(onRoster + 1, keys);
        if (onRoster + expected == accepted) {
            self.rosterFixed = true;
            emit IRoundEvents.RosterFixed(accepted);
        }
    }

    /// @dev Gives the keys their numbers and packs their entries. The rising ordinals make every key appear once.
    function _number(
        ProposalsState storage self,
        address[] calldata keys,
        uint256 onRoster
    ) private returns (bytes memory packed) {
        packed = new bytes(keys.length * ENTRY);
        uint32 previous = self.lastOrdinal;
        for (uint256 i = 0; i < keys.length; ++i) {
            address key = keys[i];
            Proposal storage standing = self.byKey[key];
            if (standing.state != ProposalState.Accepted) revert IRoundErrors.Round_NotAccepted(key);
            uint32 ordinal = standing.ordinal;
            if (ordinal <= previous) revert IRoundErrors.Round_RosterOrder(key, ordinal, previous);
            previous = ordinal;
            standing.number = uint16(onRoster + i + 1);
            bytes32 head = bytes32(bytes20(key)) | bytes32(uint256(standing.category) << 80);
            uint128 ask = standing.ask;
            assembly ("memory-safe") {
                let at := add(add(packed, 0x20), mul(i, ENTRY))
                mstore(add(at, 6), ask)
                mstore(at, or(head, shr(176, shl(128, ask))))
            }
        }
        self.lastOrdinal = previous;
    }

    /// @notice The entry of the proposal with this number (from 1).
    function entry(
        State storage state,
        uint256 number
    ) internal view returns (address key, uint16 category, uint128 ask) {
        ProposalsState storage self = state.proposals;
        if (number == 0 || number > self.onRoster) revert IRoundErrors.Round_NoNumber(number, self.onRoster);
        uint256 index = number - 1;
        uint256 start = (index % Bounds.ROSTER_PART) * ENTRY;
        bytes memory packed = SSTORE2.read(self.parts[index / Bounds.ROSTER_PART], start, start + ENTRY);
        return _unpack(packed, 0);
    }

    /// @notice Categories and asks of all proposals, by index.
    function all(State storage state) internal view returns (uint16[] memory categories, uint128[] memory asks) {
        ProposalsState storage self = state.proposals;
        uint256 n = self.onRoster;
        categories = new uint16[](n);
        asks = new uint128[](n);
        bytes memory packed;
        for (uint256 i = 0; i < n; ++i) {
            uint256 place = i % Bounds.ROSTER_PART;
            if (place == 0) packed = SSTORE2.read(self.parts[i / Bounds.ROSTER_PART]);
            (, categories[i], asks[i]) = _unpack(packed, place * ENTRY);
        }
    }

    function isWithdrawn(State storage state, uint256 index) internal view returns (bool) {
        return (state.proposals.withdrawn[index >> 8] >> (index & 255)) & 1 == 1;
    }

    function _unpack(
        bytes memory packed,
        uint256 start
    ) private pure returns (address key, uint16 category, uint128 ask) {
        assembly ("memory-safe") {
            let at := add(add(packed, 0x20), start)
            let head := mload(at)
            key := shr(96, head)
            category := and(shr(80, head), 0xffff)
            ask := and(mload(add(at, 6)), 0xffffffffffffffffffffffffffffffff)
        }
    }

    function _requireNewer(address key, uint32 version, uint32 lastVersion) private pure {
        if (version <= lastVersion) revert IRoundErrors.Round_ProposalVersion(key, version, lastVersion);
    }
}

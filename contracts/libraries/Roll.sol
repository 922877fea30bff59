// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SSTORE2} from "solady/src/utils/SSTORE2.sol";
import {IRoundErrors} from "../interfaces/IRoundErrors.sol";
import {IRoundEvents} from "../interfaces/IRoundEvents.sol";
import {Phase} from "../types/Round.sol";
import {Rules} from "../types/Rules.sol";
import {Chunk, RollState, State} from "../types/State.sol";
import {Bounds} from "./Bounds.sol";
import {Phases} from "./Phases.sol";
import {RulesCode} from "./RulesCode.sol";

/// @title The roll: the reviewers' keys in seat order, until they are frozen
/// @notice Kept in contract code: about 4,400 gas a key once, about 200 to read one.
library Roll {
    function publish(State storage state, uint256 chunk, bytes calldata keys) external {
        Phases.require_(state, Phase.Roll);
        RollState storage self = state.roll;
        uint256 expected = _chunkKeys(reviewerCount(state), chunk) * 20;
        if (keys.length != expected || expected == 0) {
            revert IRoundErrors.Round_RollChunk(chunk, keys.length, expected);
        }
        uint96 revision = self.chunks[chunk].revision + 1;
        if (revision == 1) ++self.published;
        self.changedAt = uint40(block.timestamp);
        address code = SSTORE2.write(keys);
        self.chunks[chunk] = Chunk({code: code, revision: revision});
        // The code holds the keys for good; logging them as well would cost 160 gas a key.
        emit IRoundEvents.RollPublished(chunk, revision, code, code.codehash);
    }

    function freeze(State storage state, bytes32 notice) external {
        Phases.require_(state, Phase.Roll);
        if (notice == 0) revert IRoundErrors.Round_DigestMissing();
        Rules memory rules = RulesCode.load();
        _requireComplete(state, rules.times.rollNotice);
        if (state.trustees.keys == address(0)) revert IRoundErrors.Round_NoKeys();
        state.roll.frozen = true;
        uint256 drawBlock = block.number + rules.drawDelay;
        state.draw.drawBlock = uint64(drawBlock);
        emit IRoundEvents.Frozen(notice, state.trustees.attempt, drawBlock, digest(state));
    }

    /// @dev Every chunk is there and has been public for `notice` seconds.
    function _requireComplete(State storage state, uint256 notice) private view {
        RollState storage self = state.roll;
        uint256 chunks = chunkCount(reviewerCount(state));
        if (self.published != chunks) revert IRoundErrors.Round_RollIncomplete(self.published, chunks);
        uint256 freezeFrom = self.changedAt + notice;
        if (block.timestamp < freezeFrom) revert IRoundErrors.Round_RollNotice(self.changedAt, freezeFrom);
    }

    /// @notice The key of the reviewer with this index (from 0), which must be below the reviewer count.
    function keyAt(RollState storage self, uint256 index) internal view returns (address key) {
        address code = self.chunks[index / Bounds.ROLL_CHUNK].code;
        uint256 start = 1 + (index % Bounds.ROLL_CHUNK) * 20;
        // 150 gas in place of 700 with SSTORE2.read: this runs for every ballot.
        assembly ("memory-safe") {
            mstore(0x00, 0)
            extcodecopy(code, 0x0c, start, 20)
            key := mload(0x00)
        }
    }

    /// @notice The key of the reviewer with this number (from 1).
    function keyOf(State storage state, uint256 reviewer) internal view returns (address) {
        uint256 count = reviewerCount(state);
        if (reviewer == 0 || reviewer > count) revert IRoundErrors.Round_NoReviewer(reviewer, count);
        return keyAt(state.roll, reviewer - 1);
    }

    function digest(State storage state) internal view returns (bytes32) {
        uint256 chunks = chunkCount(reviewerCount(state));
        bytes32[] memory hashes = new bytes32[](chunks);
        for (uint256 i = 0; i < chunks; ++i) hashes[i] = state.roll.chunks[i].code.codehash;
        return keccak256(abi.encodePacked(hashes));
    }

    /// @notice Seats on the roll; 0 before the roster.
    function reviewerCount(State storage state) internal view returns (uint256) {
        if (!state.proposals.rosterFixed) return 0;
        return RulesCode.reviewerCount(RulesCode.load(), state.proposals.onRoster);
    }

    function chunkCount(uint256 count) internal pure returns (uint256) {
        return (count + Bounds.ROLL_CHUNK - 1) / Bounds.ROLL_CHUNK;
    }

    /// @dev Keys that belong into a chunk; 0 beyond the last one.
    function _chunkKeys(uint256 count, uint256 chunk) private pure returns (uint256) {
        if (chunk >= chunkCount(count)) return 0;
        uint256 rest = count - chunk * Bounds.ROLL_CHUNK;
        return rest < Bounds.ROLL_CHUNK ? rest : Bounds.ROLL_CHUNK;
    }
}

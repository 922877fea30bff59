// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SSTORE2} from "solady/src/utils/SSTORE2.sol";
import {IRoundErrors} from "../interfaces/IRoundErrors.sol";
import {TrusteeKeys} from "../types/Round.sol";
import {Attempt, State} from "../types/State.sol";
import {Ballots} from "./Ballots.sol";
import {Lists} from "./Lists.sol";
import {Proposals} from "./Proposals.sol";
import {Ranking} from "./Ranking.sol";
import {Roll} from "./Roll.sol";
import {RulesCode} from "./RulesCode.sol";
import {Tally} from "./Tally.sol";
import {Trustees} from "./Trustees.sol";
import {TypedData} from "./TypedData.sol";

/// @title What anyone can ask a round
/// @notice Apart from the entry contract because of its size.
library RoundViews {
    function rulesDigest() external view returns (bytes32) {
        return keccak256(abi.encode(RulesCode.load()));
    }

    function domainSeparator() external view returns (bytes32) {
        return TypedData.domainSeparator();
    }

    function rosterEntry(
        State storage state,
        uint256 number
    ) external view returns (address key, uint16 category, uint128 ask) {
        return Proposals.entry(state, number);
    }

    function isWithdrawn(State storage state, uint256 number) external view returns (bool) {
        return Proposals.isWithdrawn(state, _index(state, number));
    }

    function reviewerCount(State storage state) external view returns (uint256) {
        return Roll.reviewerCount(state);
    }

    function rollKey(State storage state, uint256 reviewer) external view returns (address) {
        return Roll.keyOf(state, reviewer);
    }

    function rollProgress(
        State storage state
    ) external view returns (uint256 published, uint256 chunks, uint256 changedAt) {
        return (state.roll.published, Roll.chunkCount(Roll.reviewerCount(state)), state.roll.changedAt);
    }

    function rollDigest(State storage state) external view returns (bytes32) {
        return Roll.digest(state);
    }

    function attempt(
        State storage state
    )
        external
        view
        returns (
            uint32 number,
            address[] memory trustees,
            bytes32 transcript,
            uint256 packages,
            uint256 shares,
            uint256 confirmations,
            bool disputed
        )
    {
        number = state.trustees.attempt;
        Attempt storage current = state.trustees.attempts[number];
        trustees = current.trustees;
        transcript = current.transcript;
        packages = current.packageBits;
        shares = current.shareBits;
        confirmations = current.confirmationBits;
        disputed = current.disputed;
    }

    function trusteeKeys(State storage state) external view returns (TrusteeKeys memory keys) {
        if (state.trustees.keys != address(0)) keys = Trustees.load(state);
    }

    function shuffles(State storage state) external view returns (bytes memory order, bytes memory offset) {
        address code = state.draw.shuffles;
        if (code == address(0)) revert IRoundErrors.Round_NotDrawn();
        uint256 n = state.proposals.onRoster;
        uint256 places = RulesCode.hasHalves(RulesCode.load()) ? 2 * ((n + 1) / 2) : n;
        return (SSTORE2.read(code, 0, 2 * places), SSTORE2.read(code, 2 * places));
    }

    function listOf(State storage state, uint256 reviewer) external view returns (uint16[] memory) {
        Lists.Table memory table = Lists.load(state, RulesCode.load());
        uint256 count = Roll.reviewerCount(state);
        if (reviewer == 0 || reviewer > count) revert IRoundErrors.Round_NoReviewer(reviewer, count);
        return Lists.listOf(table, reviewer - 1);
    }

    function place(State storage state, uint256 number) external view returns (uint256 half, uint256 position) {
        Lists.Table memory table = Lists.loadPlaces(state, RulesCode.load());
        uint256 index = _index(state, number);
        return (Ranking.halfOf(table, index), table.positions[index]);
    }

    function lastVersion(State storage state, uint256 reviewer) external view returns (uint8) {
        uint256 limit = state.ballots.review.ballotLimit;
        if (limit == 0 || reviewer == 0) return 0;
        return uint8(Ballots.lastVersion(state.ballots, limit, reviewer - 1));
    }

    function isSettled(State storage state, uint256 reviewer) external view returns (bool) {
        if (reviewer == 0) return false;
        uint256 index = reviewer - 1;
        return (state.ballots.settled[index >> 8] >> (index & 255)) & 1 == 1;
    }

    function ballotSize(State storage state) external view returns (uint256 values, uint256 envelope) {
        values = state.ballots.review.values;
        envelope = Ballots.envelopeLength(values);
    }

    function tally(State storage state, uint256 number) external view returns (uint256 points, uint256 count) {
        uint256 index = _index(state, number);
        Tally.Shape memory shape = Tally.shapeOf(RulesCode.load(), state.proposals.onRoster);
        return Tally.read(state.tally, shape, index);
    }

    function outcome(State storage state, uint256 number) external view returns (bool isRecommended, bool isSelected) {
        uint256 index = _index(state, number);
        uint256 bit = index & 255;
        isRecommended = (state.decision.recommended[index >> 8] >> bit) & 1 == 1;
        isSelected = (state.decision.selected[index >> 8] >> bit) & 1 == 1;
    }

    function _index(State storage state, uint256 number) private view returns (uint256) {
        uint256 count = state.proposals.onRoster;
        if (number == 0 || number > count) revert IRoundErrors.Round_NoNumber(number, count);
        return number - 1;
    }
}

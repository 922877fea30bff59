// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRoundErrors} from "../interfaces/IRoundErrors.sol";
import {IRoundEvents} from "../interfaces/IRoundEvents.sol";
import {Departure, Phase} from "../types/Round.sol";
import {Rules} from "../types/Rules.sol";
import {DecisionState, State} from "../types/State.sol";
import {Lists} from "./Lists.sol";
import {Phases} from "./Phases.sol";
import {Proposals} from "./Proposals.sol";
import {Ranking} from "./Ranking.sol";
import {Roll} from "./Roll.sol";
import {RulesCode} from "./RulesCode.sol";
import {Selection} from "./Selection.sol";
import {Signatures} from "./Signatures.sol";
import {Tally} from "./Tally.sol";
import {TypedData} from "./TypedData.sol";

/// @title Objections, answers and the committee's decision
/// @notice The ranking itself never changes: a departure stands beside it, with its reason.
library Decision {
    function objectAsReviewer(
        State storage state,
        uint256 reviewer,
        bytes32 digest,
        bytes calldata signature
    ) external {
        Phases.require_(state, Phase.Objections);
        address key = Roll.keyOf(state, reviewer);
        if (key == address(0)) revert IRoundErrors.Round_NotOnRoll(reviewer);
        _object(state.decision, key, reviewer, digest, signature);
    }

    function objectAsApplicant(State storage state, address key, bytes32 digest, bytes calldata signature) external {
        Phases.require_(state, Phase.Objections);
        if (state.proposals.byKey[key].number == 0) revert IRoundErrors.Round_NoProposal(key);
        _object(state.decision, key, 0, digest, signature);
    }

    function _object(
        DecisionState storage self,
        address key,
        uint256 reviewer,
        bytes32 digest,
        bytes calldata signature
    ) private {
        if (digest == 0) revert IRoundErrors.Round_DigestMissing();
        Signatures.requireKey(key, TypedData.digest(TypedData.objectionHash(digest)), signature);
        if (self.objected[key]) revert IRoundErrors.Round_Objected(key);
        self.objected[key] = true;
        emit IRoundEvents.Objected(++self.objections, key, reviewer, digest);
    }

    /// @dev From the first objection on: an answer need not wait for the window to close.
    function answer(State storage state, uint256 objection, bytes32 digest) external {
        Phase phase = Phases.current(state);
        if (phase != Phase.Objections && phase != Phase.Answers) revert IRoundErrors.Round_WrongPhase(phase);
        DecisionState storage self = state.decision;
        if (objection == 0 || objection > self.objections) {
            revert IRoundErrors.Round_NoObjection(objection, self.objections);
        }
        if (digest == 0) revert IRoundErrors.Round_DigestMissing();
        if (self.isAnswered[objection]) revert IRoundErrors.Round_Answered(objection);
        self.isAnswered[objection] = true;
        ++self.answered;
        emit IRoundEvents.ObjectionAnswered(objection, digest);
    }

    function confirm(State storage state, Departure[] calldata departures, bytes32 record) external {
        Phases.require_(state, Phase.Confirmation);
        if (record == 0) revert IRoundErrors.Round_DigestMissing();
        Rules memory rules = RulesCode.load();
        DecisionState storage self = state.decision;
        uint256[] memory selected = new uint256[]((state.proposals.onRoster + 255) / 256);
        for (uint256 word = 0; word < selected.length; ++word) selected[word] = self.recommended[word];
        if (departures.length != 0) _depart(state, rules, departures, selected);

        for (uint256 word = 0; word < selected.length; ++word) self.selected[word] = selected[word];
        self.confirmed = true;
        emit IRoundEvents.Confirmed(record, departures.length, self.objections - self.answered, selected);
    }

    function _depart(
        State storage state,
        Rules memory rules,
        Departure[] calldata departures,
        uint256[] memory selected
    ) private {
        Lists.Table memory table = Lists.loadPlaces(state, rules);
        uint256[2] memory spent = [uint256(state.decision.spent[0]), state.decision.spent[1]];
        // All removals first, so that the order of the list decides nothing.
        for (uint256 i = 0; i < departures.length; ++i) {
            Departure calldata departure = departures[i];
            if (departure.reason == 0) revert IRoundErrors.Round_DigestMissing();
            uint256 removed = departure.removed;
            if (removed == 0 || removed > table.n || !_has(selected, removed - 1)) {
                revert IRoundErrors.Round_DepartureRemoved(removed);
            }
            _flip(selected, removed - 1);
            if (rules.budget != 0) spent[Ranking.halfOf(table, removed - 1)] -= _ask(state, removed);
        }
        for (uint256 i = 0; i < departures.length; ++i) {
            Departure calldata departure = departures[i];
            if (departure.added != 0) {
                _requireAddable(state, rules, table, departure, selected);
                _flip(selected, departure.added - 1);
                if (rules.budget != 0)
                    spent[Ranking.halfOf(table, departure.added - 1)] += _ask(state, departure.added);
            }
            emit IRoundEvents.Departed(departure.removed, departure.added, departure.reason);
        }
        if (rules.budget != 0) _requireWithin(rules, table, spent);
    }

    /// @dev An added proposal was not recommended (a removed one does not come back), is eligible, and takes the place
    /// of one of its own half and, with quotas, category.
    function _requireAddable(
        State storage state,
        Rules memory rules,
        Lists.Table memory table,
        Departure calldata departure,
        uint256[] memory selected
    ) private view {
        uint256 added = departure.added;
        bool fits =
            added <= table.n &&
                !_has(selected, added - 1) &&
                !_isRecommended(state, added - 1) &&
                !Proposals.isWithdrawn(state, added - 1) &&
                Ranking.halfOf(table, added - 1) == Ranking.halfOf(table, departure.removed - 1);
        if (fits) {
            (, uint256 count) = Tally.read(state.tally, Tally.shapeOf(rules, table.n), added - 1);
            fits = count >= rules.minReviews;
        }
        if (fits && rules.quotas.length != 0) {
            (, uint16 category, ) = Proposals.entry(state, added);
            (, uint16 removedCategory, ) = Proposals.entry(state, departure.removed);
            fits = category == removedCategory;
        }
        if (!fits) revert IRoundErrors.Round_DepartureAdded(added);
    }

    function _requireWithin(Rules memory rules, Lists.Table memory table, uint256[2] memory spent) private pure {
        uint256 n1 = Ranking.halfSize(table, 1);
        for (uint256 half = 0; half < 2; ++half) {
            uint256 budget = Selection.halfBudget(rules.budget, half, n1, table.n);
            if (spent[half] > budget) revert IRoundErrors.Round_DepartureBudget(half, spent[half], budget);
        }
    }

    function _ask(State storage state, uint256 number) private view returns (uint256 ask) {
        (, , ask) = Proposals.entry(state, number);
    }

    function _isRecommended(State storage state, uint256 index) private view returns (bool) {
        return (state.decision.recommended[index >> 8] >> (index & 255)) & 1 == 1;
    }

    function _has(uint256[] memory bits, uint256 index) private pure returns (bool) {
        return (bits[index >> 8] >> (index & 255)) & 1 == 1;
    }

    function _flip(uint256[] memory bits, uint256 index) private pure {
        bits[index >> 8] ^= 1 << (index & 255);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRoundErrors} from "../interfaces/IRoundErrors.sol";
import {Phase} from "../types/Round.sol";
import {Rules, Times} from "../types/Rules.sol";
import {State} from "../types/State.sol";
import {RulesCode} from "./RulesCode.sol";

/// @title Where a round stands
/// @notice A function of the time and of what was done, stored nowhere, so it cannot be set wrong. It never runs
/// backwards: time and acts only go one way (test/contracts/invariants).
library Phases {
    function current(State storage self) internal view returns (Phase) {
        return phaseAt(self, RulesCode.load(), block.timestamp);
    }

    function phaseAt(State storage self, Rules memory rules, uint256 time) internal view returns (Phase) {
        Times memory times = rules.times;
        if (self.cancelled) return Phase.Cancelled;
        if (!self.proposals.rosterFixed) {
            if (time <= times.registerUntil) return Phase.Registration;
            return time <= times.rosterBy ? Phase.Screening : Phase.Lapsed;
        }
        if (!self.roll.frozen) return time <= times.freezeBy ? Phase.Roll : Phase.Lapsed;
        if (self.draw.seed == 0) return time <= times.drawBy ? Phase.Draw : Phase.Lapsed;
        if (time < times.reviewFrom) return Phase.Draw;
        if (time < times.close) return Phase.Review;
        if (time <= times.openUntil) return Phase.Opening;
        return _afterOpening(self, rules, time);
    }

    /// @notice Reverts unless the round stands in this phase.
    function require_(State storage self, Phase phase) internal view {
        Phase standing = current(self);
        if (standing != phase) revert IRoundErrors.Round_WrongPhase(standing);
    }

    function _afterOpening(State storage self, Rules memory rules, uint256 time) private view returns (Phase) {
        uint256 rankedAt = self.decision.rankedAt;
        if (rankedAt == 0) return _tooFewOpened(self, rules) ? Phase.Failed : Phase.Ranking;
        if (self.decision.confirmed) return Phase.Confirmed;
        if (time <= rankedAt + rules.times.objectionPeriod) return Phase.Objections;
        if (time <= rankedAt + rules.times.objectionPeriod + rules.times.answerPeriod) return Phase.Answers;
        return Phase.Confirmation;
    }

    function _tooFewOpened(State storage self, Rules memory rules) private view returns (bool) {
        if (self.trustees.keyCame) return false;
        uint256 cast = self.ballots.review.cast;
        return uint256(self.ballots.settledCount) * 10_000 < cast * rules.minOpened;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRoundErrors} from "../interfaces/IRoundErrors.sol";
import {IRulesErrors} from "../interfaces/IRulesErrors.sol";
import {Holders, PointsRule, Rules, Times} from "../types/Rules.sol";
import {Bounds} from "./Bounds.sol";
import {RulesCode} from "./RulesCode.sol";

/// @title Refuses rules that could never finish
/// @notice At creation (all that does not depend on the roster) and when the roster is begun (the rest).
library RulesCheck {
    /// @notice Reverts with a Rules_ error if a round of these rules could never finish.
    function check(Rules memory rules, Holders memory holders) internal view {
        _checkHolders(holders);
        if (rules.document == 0) revert IRulesErrors.Rules_DocumentMissing();
        _checkTimes(rules.times);
        _checkReviewers(rules);
        _checkBallot(rules);
        _checkSelection(rules);
        _checkRosterBounds(rules);
        _checkTrustees(rules);
        _checkVerifiers(rules.verifiers);
    }

    /// @notice Reverts if `accepted` proposals are too few or too many for the rules.
    function checkRoster(Rules memory rules, uint256 accepted) internal pure {
        (uint256 least, uint256 most) = rosterBounds(rules);
        if (accepted < least || accepted > most) revert IRoundErrors.Round_RosterSize(accepted, least, most);
        uint256 sum = mostSum(rules, accepted);
        if (sum > Bounds.MAX_SUM) revert IRoundErrors.Round_SumOverflow(sum, Bounds.MAX_SUM);
    }

    /// @notice The highest sum of points that a proposal could get from all reviewers.
    function mostSum(Rules memory rules, uint256 n) internal pure returns (uint256) {
        return RulesCode.mostPoints(rules, n) * RulesCode.reviewerCount(rules, n);
    }

    /// @notice Least and most proposals that the rules allow on the roster.
    function rosterBounds(Rules memory rules) internal pure returns (uint256 least, uint256 most) {
        uint256 m = rules.listLength;
        uint256 own = rules.owners ? 1 : 0;
        most = Bounds.MAX_PROPOSALS;
        // A list compares at least two proposals; with halves m is at most ceil(n / 2).
        if (m == 0) {
            least = 2 + own;
            most = _min(most, Bounds.MAX_VALUES / rules.weights.length + own);
            if (rules.points == PointsRule.Borda) most = _min(most, Bounds.MAX_BORDA_LIST + own);
        } else {
            least = rules.owners ? 2 * m - 1 : m;
        }
        if (rules.owners) most = _min(most, Bounds.MAX_REVIEWERS / rules.seatsPerCommunity);
        if (rules.seats > least) least = rules.seats;
    }

    function _checkHolders(Holders memory holders) private pure {
        if (holders.admin == address(0)) revert IRulesErrors.Rules_HolderMissing(0);
        if (holders.registrar == address(0)) revert IRulesErrors.Rules_HolderMissing(1);
        if (holders.screener == address(0)) revert IRulesErrors.Rules_HolderMissing(2);
        if (holders.committee == address(0)) revert IRulesErrors.Rules_HolderMissing(3);
    }

    function _checkTimes(Times memory times) private view {
        _checkTime(0, times.registerUntil, block.timestamp + 1);
        _checkTime(1, times.rosterBy, uint256(times.registerUntil) + 1);
        uint256 notice = times.rollNotice == 0 ? 1 : times.rollNotice;
        _checkTime(2, times.freezeBy, times.rosterBy + notice);
        _checkTime(3, times.drawBy, times.freezeBy + Bounds.DRAW_MARGIN);
        _checkTime(4, times.reviewFrom, times.drawBy);
        _checkTime(5, times.close, times.reviewFrom + Bounds.REVIEW_MARGIN);
        _checkTime(6, times.releaseFrom, times.close + Bounds.FINALITY_MARGIN);
        _checkTime(7, times.releaseUntil, times.releaseFrom + Bounds.RELEASE_MARGIN);
        _checkTime(8, times.openUntil, times.releaseUntil + Bounds.OPENING_MARGIN);
    }

    function _checkTime(uint256 index, uint256 time, uint256 earliest) private pure {
        if (time < earliest) revert IRulesErrors.Rules_TimeOrder(index, time, earliest);
    }

    function _checkReviewers(Rules memory rules) private pure {
        bool seatsFit = rules.owners ? rules.seatsPerCommunity != 0 : rules.seatsPerCommunity == 0;
        bool juryFits = rules.owners ? rules.reviewers == 0 : rules.reviewers != 0;
        if (!seatsFit || !juryFits) revert IRulesErrors.Rules_Reviewers(rules.seatsPerCommunity, rules.reviewers);
        if (rules.reviewers > Bounds.MAX_REVIEWERS) {
            revert IRulesErrors.Rules_ReviewerCount(rules.reviewers, Bounds.MAX_REVIEWERS);
        }
    }

    function _checkBallot(Rules memory rules) private pure {
        uint256 criteria = rules.weights.length;
        if (criteria == 0) revert IRulesErrors.Rules_Weights(0);
        uint256 most = rules.points == PointsRule.Borda ? Bounds.MAX_BORDA_LIST : Bounds.MAX_VALUES;
        if (rules.listLength == 1 || rules.listLength > most) {
            revert IRulesErrors.Rules_ListLength(rules.listLength, most);
        }
        // With m = 0 a list has two proposals at least; the roster's bounds follow from the rest.
        uint256 values = (rules.listLength == 0 ? 2 : uint256(rules.listLength)) * criteria;
        if (values > Bounds.MAX_VALUES) revert IRulesErrors.Rules_ValueCount(values, Bounds.MAX_VALUES);
        for (uint256 i = 0; i < criteria; ++i) {
            if (rules.weights[i] == 0) revert IRulesErrors.Rules_Weights(i);
        }
        if (rules.maxScore == 0) revert IRulesErrors.Rules_MaxScore();
        if (rules.ballotLimit == 0 || rules.ballotLimit > Bounds.MAX_BALLOT_LIMIT) {
            revert IRulesErrors.Rules_BallotLimit(rules.ballotLimit, Bounds.MAX_BALLOT_LIMIT);
        }
    }

    function _checkSelection(Rules memory rules) private pure {
        if ((rules.seats == 0) == (rules.budget == 0)) {
            revert IRulesErrors.Rules_SeatsOrBudget(rules.seats, rules.budget);
        }
        uint256 count = rules.quotas.length;
        uint256 sum = 0;
        for (uint256 i = 0; i < count; ++i) {
            sum += rules.quotas[i].seats;
            bool repeated = false;
            for (uint256 j = 0; j < i; ++j) {
                repeated = repeated || rules.quotas[j].category == rules.quotas[i].category;
            }
            if (i >= Bounds.MAX_QUOTAS || repeated || rules.quotas[i].seats == 0) {
                revert IRulesErrors.Rules_Quota(i, sum, rules.seats);
            }
        }
        if (count != 0 && sum != rules.seats) revert IRulesErrors.Rules_Quota(count, sum, rules.seats);
        if (rules.minOpened > 10_000) revert IRulesErrors.Rules_MinOpened(rules.minOpened);
        if (rules.drawDelay == 0 || rules.drawDelay > Bounds.MAX_DRAW_DELAY) {
            revert IRulesErrors.Rules_DrawDelay(rules.drawDelay, Bounds.MAX_DRAW_DELAY);
        }
    }

    /// @dev A roster must be possible at all.
    function _checkRosterBounds(Rules memory rules) private pure {
        (uint256 least, uint256 most) = rosterBounds(rules);
        if (least > most) revert IRulesErrors.Rules_RosterBounds(least, most);
        uint256 sum = mostSum(rules, least);
        if (sum > Bounds.MAX_SUM) revert IRulesErrors.Rules_SumOverflow(sum, Bounds.MAX_SUM);
    }

    function _checkTrustees(Rules memory rules) private pure {
        uint256 count = rules.trustees.length;
        uint256 least = count == 1 ? 1 : 2;
        if (count == 0 || count > Bounds.MAX_TRUSTEES || rules.threshold < least || rules.threshold > count) {
            revert IRulesErrors.Rules_Trustees(rules.threshold, count, Bounds.MAX_TRUSTEES);
        }
        for (uint256 i = 0; i < count; ++i) {
            bool listed = rules.trustees[i] == address(0);
            for (uint256 j = 0; j < i; ++j) listed = listed || rules.trustees[j] == rules.trustees[i];
            if (listed) revert IRulesErrors.Rules_TrusteeListed(rules.trustees[i]);
        }
    }

    function _checkVerifiers(address[] memory verifiers) private view {
        for (uint256 i = 0; i < verifiers.length; ++i) {
            if (i >= Bounds.MAX_VERIFIERS || verifiers[i].code.length == 0) {
                revert IRulesErrors.Rules_Verifier(verifiers[i]);
            }
        }
    }

    function _min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}

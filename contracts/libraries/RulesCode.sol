// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {PointsRule, Rules} from "../types/Rules.sol";

/// @title The rules of this round, read from its own code
/// @notice And the few numbers that follow from them and the number n of proposals on the roster.
library RulesCode {
    /// @dev Works in delegatecalled libraries too: `address(this)` is the round.
    function load() internal view returns (Rules memory rules) {
        return abi.decode(Clones.fetchCloneArgs(address(this)), (Rules));
    }

    /// @notice True if the applicants are split into halves that score only each other.
    function hasHalves(Rules memory rules) internal pure returns (bool) {
        return rules.owners && rules.listLength != 0;
    }

    /// @notice Proposals on a reviewer's list, the blank card included.
    function listLength(Rules memory rules, uint256 n) internal pure returns (uint256) {
        if (rules.listLength != 0) return rules.listLength;
        return rules.owners ? n - 1 : n;
    }

    function reviewerCount(Rules memory rules, uint256 n) internal pure returns (uint256) {
        return rules.owners ? n * rules.seatsPerCommunity : rules.reviewers;
    }

    /// @notice Σ weight.
    function totalWeight(Rules memory rules) internal pure returns (uint256 sum) {
        for (uint256 i = 0; i < rules.weights.length; ++i) sum += rules.weights[i];
    }

    /// @notice The most reviews that one proposal can get. With halves it stands on one list a place of each list at most,
    /// M·m in all (docs/protocol.md, "Draw"); else every reviewer may have it.
    function mostReviews(Rules memory rules, uint256 n) internal pure returns (uint256) {
        return hasHalves(rules) ? uint256(rules.seatsPerCommunity) * rules.listLength : reviewerCount(rules, n);
    }

    /// @notice The most points that one ballot can give one proposal.
    function mostPoints(Rules memory rules, uint256 n) internal pure returns (uint256) {
        if (rules.points == PointsRule.Borda) return 2 * (listLength(rules, n) - 1);
        return totalWeight(rules) * rules.maxScore;
    }

    /// @notice Twice the points of the neutral review with which every proposal starts under the order Mean.
    function neutralPoints(Rules memory rules, uint256 n) internal pure returns (uint256) {
        if (rules.points == PointsRule.Borda) return 2 * (listLength(rules, n) - 1);
        return totalWeight(rules) * (uint256(rules.maxScore) + 1);
    }
}

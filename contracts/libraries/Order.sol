// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OrderRule, TieRule} from "../types/Rules.sol";

/// @title Which of two proposals stands first
library Order {
    struct Rule {
        OrderRule order;
        TieRule ties;
        /// @dev ν: twice the points of the neutral review.
        uint256 neutral;
        uint256[] points;
        uint256[] counts;
        /// @dev Positions in the draw.
        uint256[] positions;
    }

    /// @notice True if the proposal of index `a` stands strictly before that of index `b`.
    function isBefore(Rule memory rule, uint256 a, uint256 b) internal pure returns (bool) {
        uint256 left = rule.points[a];
        uint256 right = rule.points[b];
        if (rule.order == OrderRule.Mean) {
            // (2·S_a + ν) / (C_a + 1) against (2·S_b + ν) / (C_b + 1), without a division. Below 2^80.
            left = (2 * left + rule.neutral) * (rule.counts[b] + 1);
            right = (2 * right + rule.neutral) * (rule.counts[a] + 1);
        }
        if (left != right) return left > right;
        return rule.ties == TieRule.Draw ? rule.positions[a] < rule.positions[b] : a < b;
    }
}

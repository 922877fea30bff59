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
        /// @dev By proposal index, and all of one length.
        uint256[] points;
        uint256[] counts;
        /// @dev Positions in the draw.
        uint256[] positions;
    }

    /// @notice True if the proposal of index `a` stands strictly before that of index `b`. Both must be below the
    /// length of the arrays: a ranking asks for every neighbour, so nothing is checked here.
    function isBefore(Rule memory rule, uint256 a, uint256 b) internal pure returns (bool) {
        uint256 left = _get(rule.points, a);
        uint256 right = _get(rule.points, b);
        // Bounds: points and ν are below 2^41, counts below 2^25.
        unchecked {
            if (rule.order == OrderRule.Mean) {
                // (2·S_a + ν) / (C_a + 1) against (2·S_b + ν) / (C_b + 1), without a division.
                left = (2 * left + rule.neutral) * (_get(rule.counts, b) + 1);
                right = (2 * right + rule.neutral) * (_get(rule.counts, a) + 1);
            }
        }
        if (left != right) return left > right;
        return rule.ties == TieRule.Draw ? _get(rule.positions, a) < _get(rule.positions, b) : a < b;
    }

    function _get(uint256[] memory values, uint256 index) private pure returns (uint256 value) {
        assembly ("memory-safe") {
            value := mload(add(add(values, 0x20), shl(5, index)))
        }
    }
}

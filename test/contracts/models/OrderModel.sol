// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OrderRule, TieRule} from "../../../contracts/types/Rules.sol";

/// @title Which of two proposals stands first, by fractions
/// @notice Written without the contract's code, for tests to compare with it.
library OrderModel {
    struct Standing {
        uint256 points;
        uint256 count;
        uint256 position;
        uint256 number;
    }

    function isBefore(
        OrderRule order,
        TieRule ties,
        uint256 neutral,
        Standing memory a,
        Standing memory b
    ) internal pure returns (bool) {
        int256 difference =
            order == OrderRule.Sum
                ? int256(a.points) - int256(b.points)
                : compareFractions(2 * a.points + neutral, a.count + 1, 2 * b.points + neutral, b.count + 1);
        if (difference != 0) return difference > 0;
        return ties == TieRule.Draw ? a.position < b.position : a.number < b.number;
    }

    /// @notice Sign of a/b − c/d, by whole parts and then by the rests turned upside down.
    function compareFractions(uint256 a, uint256 b, uint256 c, uint256 d) internal pure returns (int256) {
        if (a / b != c / d) return a / b > c / d ? int256(1) : int256(-1);
        (a, c) = (a % b, c % d);
        if (a == 0 || c == 0) return a == c ? int256(0) : (a > c ? int256(1) : int256(-1));
        return -compareFractions(b, a, d, c);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Points} from "../../../contracts/libraries/Points.sol";
import {Stride} from "../../../contracts/libraries/Stride.sol";
import {Rules} from "../../../contracts/types/Rules.sol";
import {Words} from "./Words.sol";

/// @title A ballot's way through {Points}, as the openings take it
abstract contract PointsHarness {
    using Words for uint256[];

    /// @notice Called from outside: {Points-read} takes the values from calldata.
    /// @param values One byte a value.
    /// @return reason Why the values are refused, or 0.
    /// @return lanes The lanes of proposals 0…n with this ballot alone in them.
    function pointsOf(
        Rules memory rules,
        uint256 n,
        uint256[] memory list,
        bytes calldata values
    ) external pure returns (uint8 reason, uint256[] memory lanes) {
        Points.Scale memory scale = Points.scale(rules, n);
        uint256[] memory words = new uint256[](Stride.roundUp(values.length));
        uint256 from;
        assembly ("memory-safe") {
            from := values.offset
        }
        Points.read(scale, from, words.first());
        reason = Points.check(scale, list.first(), words.first());
        lanes = new uint256[](n + 1);
        if (reason == Points.FITS) Points.add(scale, list.first(), words.first(), lanes);
    }
}

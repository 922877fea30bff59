// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PointsRule, Rules} from "../../../contracts/types/Rules.sol";

/// @title Points as docs/protocol.md words them, pair by pair
/// @notice Written without the contract's code, for tests to compare with it. `list` holds proposal numbers, 0 the
/// blank card; `values` those of proposal i and criterion k at i · criteria + k.
library PointsModel {
    /// @notice Σ weight × value of the proposal at this place of the list.
    function valueOf(Rules memory rules, uint256[] memory values, uint256 place) internal pure returns (uint256 v) {
        uint256 criteria = rules.weights.length;
        for (uint256 k = 0; k < criteria; ++k) v += rules.weights[k] * values[place * criteria + k];
    }

    /// @notice Points of the proposal at this place of the list, and whether the ballot has an opinion on it.
    function pointsOf(
        Rules memory rules,
        uint256[] memory list,
        uint256[] memory values,
        uint256 place
    ) internal pure returns (uint256 x, bool hasOpinion) {
        uint256 v = valueOf(rules, values, place);
        if (v == 0) return (0, false);
        if (rules.points == PointsRule.Score) return (v, true);
        for (uint256 other = 0; other < list.length; ++other) {
            if (other != place && list[other] != 0) x += duel(v, valueOf(rules, values, other));
        }
        return (x, true);
    }

    /// @notice What a proposal of value `v` gets from one other of the same list.
    function duel(uint256 v, uint256 other) internal pure returns (uint256) {
        if (other == 0) return 1;
        if (v > other) return 2;
        return v == other ? 1 : 0;
    }

    /// @notice The first rule that the values break (docs/protocol.md, "Opening"), or 0.
    function spoiledBy(
        Rules memory rules,
        uint256[] memory list,
        uint256[] memory values
    ) internal pure returns (uint8) {
        for (uint256 i = 0; i < values.length; ++i) {
            if (values[i] > rules.maxScore) return 1;
        }
        for (uint256 place = 0; place < list.length; ++place) {
            uint256 given = givenAt(rules, values, place);
            if (given > 0 && given < rules.weights.length) return 2;
        }
        for (uint256 place = 0; place < list.length; ++place) {
            if (list[place] == 0 && givenAt(rules, values, place) > 0) return 3;
        }
        uint256 sum = 0;
        for (uint256 i = 0; i < values.length; ++i) sum += values[i];
        return rules.pointsPerBallot != 0 && sum > rules.pointsPerBallot ? 4 : 0;
    }

    /// @notice Criteria of the proposal that have a value.
    function givenAt(Rules memory rules, uint256[] memory values, uint256 place) internal pure returns (uint256 given) {
        uint256 criteria = rules.weights.length;
        for (uint256 k = 0; k < criteria; ++k) {
            if (values[place * criteria + k] != 0) ++given;
        }
    }
}

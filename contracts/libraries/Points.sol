// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PointsRule, Rules} from "../types/Rules.sol";

/// @title From a ballot's values to points
/// @notice Works on words in memory: `list` holds the proposal numbers (0: the blank card), `values` one word per
/// proposal and criterion, `lanes` one lane per proposal number (see {Tally}).
library Points {
    /// @dev What the rules say of values, and room for the weighted ones.
    struct Scale {
        uint256 length;
        uint256 criteria;
        uint256 maxScore;
        /// @dev 2^256 − 1 for no limit.
        uint256 pointsPerBallot;
        bool borda;
        /// @dev All weighted values are below 32, so that counts of values fit the bytes of one word.
        bool narrow;
        uint256[] weights;
        uint256[] weighted;
    }

    /// @dev A byte of 1 in every place: times this, bytes become their running sums.
    uint256 private constant RUNNING = 0x0101010101010101010101010101010101010101010101010101010101010101;

    uint8 internal constant FITS = 0;
    uint8 internal constant ABOVE_MAX = 1;
    uint8 internal constant PARTIAL = 2;
    uint8 internal constant ON_BLANK = 3;
    uint8 internal constant TOO_MANY = 4;

    function scale(Rules memory rules, uint256 length) internal pure returns (Scale memory self) {
        self.length = length;
        self.criteria = rules.weights.length;
        self.maxScore = rules.maxScore;
        self.pointsPerBallot = rules.pointsPerBallot == 0 ? type(uint256).max : rules.pointsPerBallot;
        self.borda = rules.points == PointsRule.Borda;
        self.weights = new uint256[](self.criteria);
        uint256 total = 0;
        for (uint256 i = 0; i < self.criteria; ++i) {
            self.weights[i] = rules.weights[i];
            total += rules.weights[i];
        }
        self.narrow = total * self.maxScore < 32;
        self.weighted = new uint256[](length);
    }

    /// @notice The first rule that the values break, or {FITS}.
    function check(Scale memory self, uint256 list, uint256 values) internal pure returns (uint8) {
        (uint256 sum, bool above, bool incomplete, bool onBlank) =
            self.criteria == 1 ? _inspectOne(self, list, values) : _inspectMany(self, list, values);
        if (above) return ABOVE_MAX;
        if (incomplete) return PARTIAL;
        if (onBlank) return ON_BLANK;
        return sum > self.pointsPerBallot ? TOO_MANY : FITS;
    }

    /// @dev 60 gas a value where the loop over criteria takes 400.
    function _inspectOne(Scale memory self, uint256 list, uint256 values)
        private
        pure
        returns (uint256 sum, bool above, bool incomplete, bool onBlank)
    {
        uint256 length = self.length;
        uint256 maxScore = self.maxScore;
        incomplete = false;
        // Bounds: at most 255 values of at most 255.
        assembly ("memory-safe") {
            let blank := 0
            for { let end := add(values, shl(5, length)) } lt(values, end) { values := add(values, 0x20) } {
                let value := mload(values)
                above := or(above, gt(value, maxScore))
                sum := add(sum, value)
                blank := or(blank, mul(value, iszero(mload(list))))
                list := add(list, 0x20)
            }
            onBlank := iszero(iszero(blank))
        }
    }

    function _inspectMany(Scale memory self, uint256 list, uint256 values)
        private
        pure
        returns (uint256 sum, bool above, bool incomplete, bool onBlank)
    {
        uint256 criteria = self.criteria;
        uint256 maxScore = self.maxScore;
        // Bounds: at most 255 values of at most 255.
        unchecked {
            for (uint256 i = 0; i < self.length; ++i) {
                uint256 given = 0;
                for (uint256 k = 0; k < criteria; ++k) {
                    uint256 value = _word(values, i * criteria + k);
                    if (value > maxScore) above = true;
                    if (value != 0) ++given;
                    sum += value;
                }
                if (given != 0 && given != criteria) incomplete = true;
                if (given != 0 && _word(list, i) == 0) onBlank = true;
            }
        }
    }

    /// @notice Adds the points of a ballot that passed {check} to the lanes.
    function add(Scale memory self, uint256 list, uint256 values, uint256[] memory lanes) internal pure {
        uint256 weighted = _weigh(self, values);
        if (!self.borda) _addScores(self.length, list, weighted, lanes);
        else if (self.narrow) _addBordaNarrow(self.length, list, weighted, lanes);
        else _addBorda(self.length, list, weighted, lanes);
    }

    /// @dev Σ weight × value of each proposal. A single criterion of weight 1 is its own weighted value.
    function _weigh(Scale memory self, uint256 values) private pure returns (uint256 words) {
        uint256 criteria = self.criteria;
        uint256[] memory weights = self.weights;
        if (criteria == 1 && weights[0] == 1) return values;
        uint256[] memory weighted = self.weighted;
        unchecked {
            for (uint256 i = 0; i < self.length; ++i) {
                uint256 v = 0;
                for (uint256 k = 0; k < criteria; ++k) v += weights[k] * _word(values, i * criteria + k);
                weighted[i] = v;
            }
        }
        assembly ("memory-safe") {
            words := add(weighted, 0x20)
        }
    }

    function _addScores(uint256 length, uint256 list, uint256 weighted, uint256[] memory lanes) private pure {
        assembly ("memory-safe") {
            lanes := add(lanes, 0x20)
            for { let end := add(weighted, shl(5, length)) } lt(weighted, end) { weighted := add(weighted, 0x20) } {
                let v := mload(weighted)
                if v {
                    let lane := add(lanes, shl(5, mload(list)))
                    mstore(lane, add(mload(lane), or(shl(24, v), 1)))
                }
                list := add(list, 0x20)
            }
        }
    }

    /// @dev With c(v) = proposals of the list valued 1 to v and z = those without opinion (the blank card aside), a
    /// proposal of value v > 0 gets 2·c(v−1) for those below, c(v) − c(v−1) − 1 for those tied and z for those without
    /// opinion: c(v−1) + c(v) + z − 1. Byte v of `running` is c(v), at most 15. 150 gas a proposal where comparing
    /// pairs takes 400.
    function _addBordaNarrow(uint256 length, uint256 list, uint256 weighted, uint256[] memory lanes) private pure {
        assembly ("memory-safe") {
            lanes := add(lanes, 0x20)
            let end := add(weighted, shl(5, length))
            let counts := 0
            let cards := 0
            let numbers := list
            for { let given := weighted } lt(given, end) { given := add(given, 0x20) } {
                counts := add(counts, shl(shl(3, mload(given)), 1))
                cards := add(cards, iszero(iszero(mload(numbers))))
                numbers := add(numbers, 0x20)
            }
            // Byte 0 counted those without opinion, the blank card too: not part of the running sums.
            let running := mul(sub(counts, and(counts, 0xff)), RUNNING)
            // z − 1: the cards less those with an opinion, less one.
            let rest := sub(sub(cards, byte(0, running)), 1)
            for {} lt(weighted, end) { weighted := add(weighted, 0x20) } {
                let v := mload(weighted)
                if v {
                    let upTo := shr(shl(3, sub(v, 1)), running)
                    let x := add(add(and(upTo, 0xff), and(shr(8, upTo), 0xff)), rest)
                    let lane := add(lanes, shl(5, mload(list)))
                    mstore(lane, add(mload(lane), or(shl(24, x), 1)))
                }
                list := add(list, 0x20)
            }
        }
    }

    function _addBorda(uint256 length, uint256 list, uint256 weighted, uint256[] memory lanes) private pure {
        unchecked {
            for (uint256 i = 0; i < length; ++i) {
                uint256 v = _word(weighted, i);
                if (v == 0) continue;
                uint256 x = 0;
                for (uint256 j = 0; j < length; ++j) {
                    if (j == i || _word(list, j) == 0) continue;
                    uint256 other = _word(weighted, j);
                    if (other == 0 || other == v) ++x;
                    else if (v > other) x += 2;
                }
                _give(lanes, _word(list, i), x);
            }
        }
    }

    function _give(uint256[] memory lanes, uint256 proposal, uint256 x) private pure {
        assembly ("memory-safe") {
            let at := add(add(lanes, 0x20), shl(5, proposal))
            mstore(at, add(mload(at), or(shl(24, x), 1)))
        }
    }

    function _word(uint256 words, uint256 index) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := mload(add(words, shl(5, index)))
        }
    }
}

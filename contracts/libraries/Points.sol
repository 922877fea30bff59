// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PointsRule, Rules} from "../types/Rules.sol";
import {RulesCode} from "./RulesCode.sol";
import {Stride} from "./Stride.sol";

/// @title From a ballot's values to points
/// @notice Works on words in memory: `list` holds the proposal numbers (0: the blank card), `values` one word per
/// proposal and criterion, `lanes` one lane per proposal number (see {Tally}). This runs for every ballot, so the loops
/// are assembly; each has a plain model in the tests.
library Points {
    /// @dev What the rules say of values, and what was seen of the ballot at hand.
    struct Scale {
        /// @dev Proposals on a list.
        uint256 length;
        uint256 criteria;
        uint256 maxScore;
        /// @dev 2^256 − 1 for no limit.
        uint256 pointsPerBallot;
        bool borda;
        /// @dev All weighted values are below 32, so that counts of values fit the bytes of one word.
        bool narrow;
        /// @dev Some list holds the blank card.
        bool blank;
        /// @dev Weighted values are the values themselves: one criterion, whose weight changes nothing.
        bool plain;
        uint256[] weights;
        /// @dev Room for the weighted values.
        uint256[] weighted;
        /// @dev Of the ballot at hand: the sum of its values, whether one is above the maximum, and in byte v how
        /// often the value v < 32 occurs.
        uint256 sum;
        uint256 above;
        uint256 counts;
    }

    /// @dev A byte of 1 in every place: times this, bytes become their running sums.
    uint256 private constant RUNNING = 0x0101010101010101010101010101010101010101010101010101010101010101;

    uint8 internal constant FITS = 0;
    uint8 internal constant ABOVE_MAX = 1;
    uint8 internal constant PARTIAL = 2;
    uint8 internal constant ON_BLANK = 3;
    uint8 internal constant TOO_MANY = 4;

    function scale(Rules memory rules, uint256 n) internal pure returns (Scale memory self) {
        self.length = RulesCode.listLength(rules, n);
        self.criteria = rules.weights.length;
        self.maxScore = rules.maxScore;
        self.pointsPerBallot = rules.pointsPerBallot == 0 ? type(uint256).max : rules.pointsPerBallot;
        self.borda = rules.points == PointsRule.Borda;
        self.blank = RulesCode.hasHalves(rules) && n % 2 == 1;
        self.weights = new uint256[](self.criteria);
        for (uint256 i = 0; i < self.criteria; ++i) self.weights[i] = rules.weights[i];
        // Borda asks only for the order of the values, which the weight of a single criterion leaves as it is.
        self.plain = self.criteria == 1 && (self.borda || self.weights[0] == 1);
        self.narrow = (self.plain ? 1 : RulesCode.totalWeight(rules)) * self.maxScore < 32;
        self.weighted = new uint256[](Stride.roundUp(self.length));
    }

    /// @notice Reads values, one byte each at `from` in calldata, to words at `to`, and notes what {check} asks for.
    /// Writes zeros behind them, up to a whole {Stride}.
    function read(Scale memory self, uint256 from, uint256 to) internal pure {
        if (self.maxScore < 32 && self.pointsPerBallot == type(uint256).max) _readCounts(self, from, to);
        else _readAll(self, from, to);
    }

    /// @dev Without a limit on the sum, the counts alone tell whether a value is above the maximum. 50 gas a value.
    function _readCounts(Scale memory self, uint256 from, uint256 to) private pure {
        uint256 values = self.length * self.criteria;
        uint256 counts;
        assembly ("memory-safe") {
            let end := add(to, shl(5, values))
            for {} lt(to, end) {
                to := add(to, 0xa0)
                from := add(from, 5)
            } {
                let bytes_ := calldataload(from)
                let left := sub(end, to)
                // Behind the last value: zeros.
                if lt(left, 0xa0) {
                    bytes_ := and(bytes_, not(shr(shr(2, left), not(0))))
                }
                let value := byte(0, bytes_)
                mstore(to, value)
                counts := add(counts, shl(shl(3, value), 1))
                value := byte(1, bytes_)
                mstore(add(to, 0x20), value)
                counts := add(counts, shl(shl(3, value), 1))
                value := byte(2, bytes_)
                mstore(add(to, 0x40), value)
                counts := add(counts, shl(shl(3, value), 1))
                value := byte(3, bytes_)
                mstore(add(to, 0x60), value)
                counts := add(counts, shl(shl(3, value), 1))
                value := byte(4, bytes_)
                mstore(add(to, 0x80), value)
                counts := add(counts, shl(shl(3, value), 1))
            }
            // Without the zeros: at most 4, of the at least as many in the lowest byte.
            counts := sub(counts, shr(5, sub(to, end)))
        }
        self.counts = counts;
        // A value of 32 or more is in no byte: then the bytes up to the maximum do not add up to all values.
        unchecked {
            uint256 upTo = counts & ((1 << (8 * (self.maxScore + 1))) - 1);
            self.above = ((upTo * RUNNING) >> 248) == values ? 0 : 1;
        }
    }

    /// @dev The same where the sum counts, or values have no place in the bytes of a word. 160 gas a value.
    function _readAll(Scale memory self, uint256 from, uint256 to) private pure {
        uint256 maxScore = self.maxScore;
        uint256 end = to + 32 * self.length * self.criteria;
        uint256 sum;
        uint256 above;
        uint256 counts;
        assembly ("memory-safe") {
            for {} lt(to, end) {
                to := add(to, 0x20)
            } {
                let value := shr(248, calldataload(from))
                from := add(from, 1)
                mstore(to, value)
                sum := add(sum, value)
                above := or(above, gt(value, maxScore))
                counts := add(counts, shl(shl(3, value), 1))
            }
        }
        self.sum = sum;
        self.above = above;
        self.counts = counts;
    }

    /// @notice The first rule that the values break, or {FITS}.
    function check(Scale memory self, uint256 list, uint256 values) internal pure returns (uint8) {
        if (self.above != 0) return ABOVE_MAX;
        if (self.criteria != 1 && _isPartial(self, values)) return PARTIAL;
        if (self.blank && _isOnBlank(self, list, values)) return ON_BLANK;
        return self.sum > self.pointsPerBallot ? TOO_MANY : FITS;
    }

    /// @notice Adds the points of a ballot that passed {check} to the lanes.
    function add(Scale memory self, uint256 list, uint256 values, uint256[] memory lanes) internal pure {
        uint256 weighted = self.plain ? values : _weigh(self, values);
        if (!self.borda) return _addScores(self.length, list, weighted, lanes);
        if (!self.narrow) return _addBorda(self.length, list, weighted, lanes);
        if (!self.plain) self.counts = _count(self.length, weighted);
        _addBordaNarrow(self, list, weighted, lanes);
    }

    /// @dev True if a proposal has some criteria without opinion and others not.
    function _isPartial(Scale memory self, uint256 values) private pure returns (bool) {
        uint256 criteria = self.criteria;
        for (uint256 i = 0; i < self.length; ++i) {
            uint256 given = 0;
            for (uint256 k = 0; k < criteria; ++k) {
                if (_word(values, i * criteria + k) != 0) ++given;
            }
            if (given != 0 && given != criteria) return true;
        }
        return false;
    }

    /// @dev True if the blank card has a value. Of a proposal that is not partial, the first criterion tells.
    function _isOnBlank(Scale memory self, uint256 list, uint256 values) private pure returns (bool) {
        for (uint256 i = 0; i < self.length; ++i) {
            if (_word(list, i) == 0 && _word(values, i * self.criteria) != 0) return true;
        }
        return false;
    }

    /// @dev Σ weight × value of each proposal.
    function _weigh(Scale memory self, uint256 values) private pure returns (uint256 words) {
        uint256 criteria = self.criteria;
        uint256[] memory weights = self.weights;
        uint256[] memory weighted = self.weighted;
        for (uint256 i = 0; i < self.length; ++i) {
            uint256 v = 0;
            for (uint256 k = 0; k < criteria; ++k) v += weights[k] * _word(values, i * criteria + k);
            weighted[i] = v;
        }
        assembly ("memory-safe") {
            words := add(weighted, 0x20)
        }
    }

    /// @dev In byte v how often the weighted value v < 32 occurs.
    function _count(uint256 length, uint256 weighted) private pure returns (uint256 counts) {
        for (uint256 i = 0; i < length; ++i) counts += 1 << (8 * _word(weighted, i));
    }

    function _addScores(uint256 length, uint256 list, uint256 weighted, uint256[] memory lanes) private pure {
        assembly ("memory-safe") {
            lanes := add(lanes, 0x20)
            for {
                let end := add(weighted, shl(5, length))
            } lt(weighted, end) {
                weighted := add(weighted, 0x20)
            } {
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
    /// opinion: c(v−1) + c(v) + z − 1. Byte v of `sums` is c(v−1) + c(v), at most 30. 110 gas a proposal where
    /// comparing pairs takes 400.
    function _addBordaNarrow(Scale memory self, uint256 list, uint256 weighted, uint256[] memory lanes) private pure {
        uint256 length = self.length;
        uint256 without = self.counts & 0xff;
        uint256 sums;
        // What runs over the top byte is meant to be lost.
        unchecked {
            sums = (self.counts - without) * RUNNING;
        }
        if (self.blank) without -= _blanks(length, list);
        assembly ("memory-safe") {
            sums := mul(sums, 0x101)
            // What every valued proposal gets, as a lane: z − 1 points, which may be −1, and a count of 1. With
            // c(v) at least 1 for every v that occurs, no sum is negative.
            let base := add(shl(24, sub(without, 1)), 1)
            lanes := add(lanes, 0x20)
            for {
                let end := add(weighted, shl(5, length))
            } lt(weighted, end) {
                weighted := add(weighted, 0xa0)
                list := add(list, 0xa0)
            } {
                let v := mload(weighted)
                if v {
                    let lane := add(lanes, shl(5, mload(list)))
                    mstore(lane, add(mload(lane), add(base, shl(24, and(shr(shl(3, v), sums), 0xff)))))
                }
                v := mload(add(weighted, 0x20))
                if v {
                    let lane := add(lanes, shl(5, mload(add(list, 0x20))))
                    mstore(lane, add(mload(lane), add(base, shl(24, and(shr(shl(3, v), sums), 0xff)))))
                }
                v := mload(add(weighted, 0x40))
                if v {
                    let lane := add(lanes, shl(5, mload(add(list, 0x40))))
                    mstore(lane, add(mload(lane), add(base, shl(24, and(shr(shl(3, v), sums), 0xff)))))
                }
                v := mload(add(weighted, 0x60))
                if v {
                    let lane := add(lanes, shl(5, mload(add(list, 0x60))))
                    mstore(lane, add(mload(lane), add(base, shl(24, and(shr(shl(3, v), sums), 0xff)))))
                }
                v := mload(add(weighted, 0x80))
                if v {
                    let lane := add(lanes, shl(5, mload(add(list, 0x80))))
                    mstore(lane, add(mload(lane), add(base, shl(24, and(shr(shl(3, v), sums), 0xff)))))
                }
            }
        }
    }

    function _blanks(uint256 length, uint256 list) private pure returns (uint256 blanks) {
        for (uint256 i = 0; i < length; ++i) {
            if (_word(list, i) == 0) ++blanks;
        }
    }

    function _addBorda(uint256 length, uint256 list, uint256 weighted, uint256[] memory lanes) private pure {
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
            lanes[_word(list, i)] += (x << 24) | 1;
        }
    }

    function _word(uint256 words, uint256 index) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := mload(add(words, shl(5, index)))
        }
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SSTORE2} from "solady/src/utils/SSTORE2.sol";
import {IRoundErrors} from "../interfaces/IRoundErrors.sol";
import {Rules} from "../types/Rules.sol";
import {State} from "../types/State.sol";
import {RulesCode} from "./RulesCode.sol";
import {Shuffle} from "./Shuffle.sol";
import {Stride} from "./Stride.sol";

/// @title Which proposals a reviewer scores
/// @notice The draw is read from code once per call and kept in memory; a list is then a few additions an entry.
library Lists {
    struct Table {
        /// @dev Proposals on the roster.
        uint256 n;
        /// @dev List length m of the rules; 0: everyone scores everything.
        uint256 m;
        /// @dev Entries of every list.
        uint256 length;
        /// @dev Seats per community; 0 for a jury.
        uint256 seats;
        /// @dev Proposals of a half, the blank card included; 0 without halves.
        uint256 half;
        /// @dev order[position] = proposal index.
        uint256[] order;
        /// @dev positions[proposal index] = position. The blank card has one too.
        uint256[] positions;
        /// @dev With halves, for the reviewers of half g: the steps they walk, in bytes of `cards[g]`, and the numbers
        /// of the other half by rank. Both stand twice in a row, so that nothing wraps around.
        uint256[][2] steps;
        uint256[][2] cards;
    }

    /// @notice The draw with what lists need.
    function load(State storage state, Rules memory rules) internal view returns (Table memory table) {
        uint256[] memory offset;
        (table, offset) = _read(state, rules);
        _addSteps(table, offset);
    }

    /// @notice The draw without what only lists need: positions and halves.
    function loadPlaces(State storage state, Rules memory rules) internal view returns (Table memory table) {
        (table, ) = _read(state, rules);
    }

    function fromShuffles(
        Rules memory rules,
        uint256 n,
        bytes memory packed
    ) internal pure returns (Table memory table) {
        uint256[] memory offset;
        (table, offset) = _fromShuffles(rules, n, packed);
        _addSteps(table, offset);
    }

    function _read(
        State storage state,
        Rules memory rules
    ) private view returns (Table memory table, uint256[] memory offset) {
        address code = state.draw.shuffles;
        if (code == address(0)) revert IRoundErrors.Round_NotDrawn();
        return _fromShuffles(rules, state.proposals.onRoster, SSTORE2.read(code));
    }

    function _fromShuffles(
        Rules memory rules,
        uint256 n,
        bytes memory packed
    ) private pure returns (Table memory table, uint256[] memory offset) {
        table.n = n;
        table.m = rules.listLength;
        table.length = RulesCode.listLength(rules, n);
        table.seats = rules.seatsPerCommunity;
        table.half = RulesCode.hasHalves(rules) ? (n + 1) / 2 : 0;
        uint256 places = table.half == 0 ? n : 2 * table.half;
        table.order = Shuffle.unpack(packed, 0, places);
        table.positions = _inverse(table.order);
        offset = Shuffle.unpack(packed, places, table.half);
    }

    function _addSteps(Table memory table, uint256[] memory offset) private pure {
        if (table.half == 0) return;
        for (uint256 g = 0; g < 2; ++g) {
            table.steps[g] = _steps(table, offset, g);
            table.cards[g] = _cards(table, g);
        }
    }

    /// @notice The community of a reviewer and its seat there; a jury has neither.
    /// @dev A function of its own: an anonymous roll, whose keys belong to a half only, would change nothing else.
    function seatOf(Table memory table, uint256 reviewerIndex) internal pure returns (uint256 community, uint256 seat) {
        // Bounds: the rules have at least one seat where there are communities.
        unchecked {
            return (reviewerIndex / table.seats, reviewerIndex % table.seats);
        }
    }

    /// @notice Writes the reviewer's list as words of proposal numbers (0: the blank card) to memory at `to`, which
    /// must have room for `table.length` words, rounded up to a whole {Stride}.
    function write(Table memory table, uint256 reviewerIndex, uint256 to) internal pure {
        if (table.half != 0) return _writeHalves(table, reviewerIndex, to);
        if (table.m != 0) return _writeJury(table, reviewerIndex, to);
        _writeAll(table, reviewerIndex, to);
    }

    /// @notice The list in an array of its own.
    function listOf(Table memory table, uint256 reviewerIndex) internal pure returns (uint16[] memory list) {
        list = new uint16[](Stride.roundUp(table.length));
        uint256 length = table.length;
        uint256 to;
        assembly ("memory-safe") {
            to := add(list, 0x20)
            mstore(list, length)
        }
        write(table, reviewerIndex, to);
    }

    /// @dev Both halves walk the other half from their own rank. 40 gas an entry.
    function _writeHalves(Table memory table, uint256 reviewerIndex, uint256 to) private pure {
        (uint256 community, uint256 seat) = seatOf(table, reviewerIndex);
        uint256 position = table.positions[community];
        uint256[] memory steps = table.steps[position & 1];
        uint256[] memory cards = table.cards[position & 1];
        uint256 m = table.m;
        uint256 first;
        unchecked {
            first = (seat * m) % table.half;
        }
        // Bounds: first + m < 2·half and rank + step < 2·half, the lengths of the two tables. Behind them the steps
        // are zero for another {Stride}.
        assembly ("memory-safe") {
            let from := add(add(steps, 0x20), shl(5, first))
            let base := add(add(cards, 0x20), shl(5, shr(1, position)))
            for {
                let end := add(to, shl(5, m))
            } lt(to, end) {
                to := add(to, 0xa0)
                from := add(from, 0xa0)
            } {
                mstore(to, mload(add(base, mload(from))))
                mstore(add(to, 0x20), mload(add(base, mload(add(from, 0x20)))))
                mstore(add(to, 0x40), mload(add(base, mload(add(from, 0x40)))))
                mstore(add(to, 0x60), mload(add(base, mload(add(from, 0x60)))))
                mstore(add(to, 0x80), mload(add(base, mload(add(from, 0x80)))))
            }
        }
    }

    /// @dev Step k of half 0 is offset[k]; of half 1 it is half − offset[k + M·m], so that half 1 walks backwards from
    /// a shifted place and two communities rarely score each other.
    function _steps(
        Table memory table,
        uint256[] memory offset,
        uint256 g
    ) private pure returns (uint256[] memory steps) {
        uint256 half = table.half;
        uint256 from = g == 0 ? 0 : (table.seats * table.m) % half;
        steps = new uint256[](2 * half + Stride.ENTRIES);
        // Bounds: k, from < half, the length of `offset`. 90 gas a step: checked, it would be 400.
        assembly ("memory-safe") {
            let to := add(steps, 0x20)
            let behind := shl(5, half)
            for {
                let end := add(to, behind)
            } lt(to, end) {
                to := add(to, 0x20)
            } {
                let step := mload(add(add(offset, 0x20), shl(5, from)))
                if g {
                    step := mod(sub(half, step), half)
                }
                step := shl(5, step)
                mstore(to, step)
                mstore(add(to, behind), step)
                from := add(from, 1)
                if eq(from, half) {
                    from := 0
                }
            }
        }
    }

    /// @dev The numbers of the half that half g scores, by rank; 0 for the blank card.
    function _cards(Table memory table, uint256 g) private pure returns (uint256[] memory cards) {
        uint256 half = table.half;
        uint256 n = table.n;
        uint256[] memory order = table.order;
        cards = new uint256[](2 * half);
        // Bounds: `order` holds 2·half places, of which every other one is read.
        assembly ("memory-safe") {
            let to := add(cards, 0x20)
            let from := add(add(order, 0x20), shl(5, xor(g, 1)))
            let behind := shl(5, half)
            for {
                let end := add(to, behind)
            } lt(to, end) {
                to := add(to, 0x20)
            } {
                let index := mload(from)
                let card := mul(add(index, 1), lt(index, n))
                mstore(to, card)
                mstore(add(to, behind), card)
                from := add(from, 0x40)
            }
        }
    }

    function _writeJury(Table memory table, uint256 reviewerIndex, uint256 to) private pure {
        uint256 m = table.m;
        uint256 n = table.n;
        uint256 start = reviewerIndex * m;
        for (uint256 i = 0; i < m; ++i) {
            _store(to, i, table.order[(start + i) % n] + 1);
        }
    }

    function _writeAll(Table memory table, uint256 reviewerIndex, uint256 to) private pure {
        uint256 own = table.n;
        if (table.seats != 0) (own, ) = seatOf(table, reviewerIndex);
        uint256 next = 0;
        for (uint256 index = 0; index < table.n; ++index) {
            if (index == own) continue;
            _store(to, next, index + 1);
            ++next;
        }
    }

    function _store(uint256 to, uint256 index, uint256 proposal) private pure {
        assembly ("memory-safe") {
            mstore(add(to, shl(5, index)), proposal)
        }
    }

    function _inverse(uint256[] memory order) private pure returns (uint256[] memory positions) {
        uint256 count = order.length;
        positions = new uint256[](count);
        assembly ("memory-safe") {
            let from := add(order, 0x20)
            let to := add(positions, 0x20)
            for {
                let i := 0
            } lt(i, count) {
                i := add(i, 1)
            } {
                mstore(add(to, shl(5, mload(add(from, shl(5, i))))), i)
            }
        }
    }
}

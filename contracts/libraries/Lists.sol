// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SSTORE2} from "solady/src/utils/SSTORE2.sol";
import {IRoundErrors} from "../interfaces/IRoundErrors.sol";
import {Rules} from "../types/Rules.sol";
import {State} from "../types/State.sol";
import {RulesCode} from "./RulesCode.sol";
import {Shuffle} from "./Shuffle.sol";

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
        uint256[] offset;
        /// @dev positions[proposal index] = position. The blank card has one too.
        uint256[] positions;
    }

    function load(State storage state, Rules memory rules) internal view returns (Table memory table) {
        address code = state.draw.shuffles;
        if (code == address(0)) revert IRoundErrors.Round_NotDrawn();
        uint256 n = state.proposals.onRoster;
        return fromShuffles(rules, n, SSTORE2.read(code));
    }

    function fromShuffles(Rules memory rules, uint256 n, bytes memory packed)
        internal
        pure
        returns (Table memory table)
    {
        table.n = n;
        table.m = rules.listLength;
        table.length = RulesCode.listLength(rules, n);
        table.seats = rules.seatsPerCommunity;
        table.half = RulesCode.hasHalves(rules) ? (n + 1) / 2 : 0;
        uint256 places = table.half == 0 ? n : 2 * table.half;
        table.order = Shuffle.unpack(packed, 0, places);
        table.offset = Shuffle.unpack(packed, places, table.half);
        table.positions = _inverse(table.order);
    }

    /// @notice The community of a reviewer and its seat there; a jury has neither.
    /// @dev A function of its own: an anonymous roll, whose keys belong to a half only, would change nothing else.
    function seatOf(Table memory table, uint256 reviewerIndex)
        internal
        pure
        returns (uint256 community, uint256 seat)
    {
        return (reviewerIndex / table.seats, reviewerIndex % table.seats);
    }

    /// @notice Writes the reviewer's list as words of proposal numbers (0: the blank card) to memory at `to`, which
    /// must have room for `table.length` words.
    function write(Table memory table, uint256 reviewerIndex, uint256 to) internal pure {
        if (table.half != 0) return _writeHalves(table, reviewerIndex, to);
        if (table.m != 0) return _writeJury(table, reviewerIndex, to);
        _writeAll(table, reviewerIndex, to);
    }

    /// @notice The list in an array of its own.
    function listOf(Table memory table, uint256 reviewerIndex) internal pure returns (uint16[] memory list) {
        list = new uint16[](table.length);
        uint256 to;
        assembly ("memory-safe") {
            to := add(list, 0x20)
        }
        write(table, reviewerIndex, to);
    }

    /// @dev Both halves walk the other half from their own rank; `offset` spreads the steps, and the second half
    /// walks backwards from a shifted place, so that two communities rarely score each other.
    function _writeHalves(Table memory table, uint256 reviewerIndex, uint256 to) private pure {
        (uint256 community, uint256 seat) = seatOf(table, reviewerIndex);
        uint256 half = table.half;
        uint256 m = table.m;
        uint256 n = table.n;
        uint256 position = table.positions[community];
        uint256[] memory order = table.order;
        uint256[] memory offset = table.offset;
        uint256 step = seat * m + (position & 1) * table.seats * m;
        // Bounds: ρ, offset < H, so every sum stays below 2H; the indices below are under 2H and H.
        assembly ("memory-safe") {
            let g := and(position, 1)
            let rho := shr(1, position)
            let orderAt := add(add(order, 0x20), shl(5, xor(g, 1)))
            let offsetAt := add(offset, 0x20)
            step := mod(step, half)
            for { let end := add(to, shl(5, m)) } lt(to, end) { to := add(to, 0x20) } {
                let o := mload(add(offsetAt, shl(5, step)))
                let at := add(rho, o)
                if g { at := sub(add(rho, half), o) }
                if iszero(lt(at, half)) { at := sub(at, half) }
                let entry := add(mload(add(orderAt, shl(6, at))), 1)
                mstore(to, mul(entry, iszero(gt(entry, n))))
                step := add(step, 1)
                if eq(step, half) { step := 0 }
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
        if (table.seats != 0) (own,) = seatOf(table, reviewerIndex);
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
            for { let i := 0 } lt(i, count) { i := add(i, 1) } {
                mstore(add(to, shl(5, mload(add(from, shl(5, i))))), i)
            }
        }
    }
}

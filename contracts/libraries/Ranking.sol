// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRoundErrors} from "../interfaces/IRoundErrors.sol";
import {IRoundEvents} from "../interfaces/IRoundEvents.sol";
import {Phase} from "../types/Round.sol";
import {Rules} from "../types/Rules.sol";
import {State} from "../types/State.sol";
import {Lists} from "./Lists.sol";
import {Order} from "./Order.sol";
import {Phases} from "./Phases.sol";
import {RulesCode} from "./RulesCode.sol";
import {Selection} from "./Selection.sol";
import {Tally} from "./Tally.sol";

/// @title The ranking, checked in one pass
/// @notice Anyone hands in the order of each half. A list of the right length whose members all belong to the half and
/// whose neighbours are strictly ordered is the one order there is.
library Ranking {
    function rank(State storage state, bytes calldata first, bytes calldata second) external {
        Phases.require_(state, Phase.Ranking);
        Rules memory rules = RulesCode.load();
        Lists.Table memory table = Lists.loadPlaces(state, rules);
        Tally.Shape memory shape = Tally.shapeOf(rules, table.n);
        (uint256[] memory points, uint256[] memory counts) = Tally.all(state.tally, shape, table.n);
        Order.Rule memory rule = Order.Rule({
            order: rules.order,
            ties: rules.ties,
            neutral: RulesCode.neutralPoints(rules, table.n),
            points: points,
            counts: counts,
            positions: table.positions
        });
        uint256[][2] memory orders;
        orders[0] = _read(table, rule, 0, first);
        orders[1] = _read(table, rule, 1, second);

        (uint256[] memory recommended, uint128[2] memory spent) = Selection.select(state, rules, orders, counts);
        for (uint256 word = 0; word < recommended.length; ++word) {
            state.decision.recommended[word] = recommended[word];
        }
        state.decision.spent = spent;
        state.decision.rankedAt = uint40(block.timestamp);
        emit IRoundEvents.Ranked(first, second, recommended, spent);
    }

    /// @notice Half (0 without halves) of a proposal index.
    function halfOf(Lists.Table memory table, uint256 index) internal pure returns (uint256) {
        return table.half == 0 ? 0 : table.positions[index] & 1;
    }

    /// @notice Proposals of a half, the blank card left out.
    function halfSize(Lists.Table memory table, uint256 half) internal pure returns (uint256) {
        if (table.half == 0) return half == 0 ? table.n : 0;
        // For odd n the blank card, index n, has taken a place.
        if (table.n & 1 == 1 && table.positions[table.n] & 1 == half) return table.half - 1;
        return table.half;
    }

    /// @dev The order of one half as proposal indices.
    function _read(
        Lists.Table memory table,
        Order.Rule memory rule,
        uint256 half,
        bytes calldata packed
    ) private pure returns (uint256[] memory order) {
        uint256 size = halfSize(table, half);
        if (packed.length != 2 * size) revert IRoundErrors.Round_OrderLength(half, packed.length / 2, size);
        order = new uint256[](size);
        uint256 above = 0;
        // Bound: i < size, half of the length of `packed`.
        unchecked {
            for (uint256 i = 0; i < size; ++i) {
                uint256 proposal;
                assembly ("memory-safe") {
                    proposal := shr(240, calldataload(add(packed.offset, shl(1, i))))
                }
                uint256 index = proposal - 1;
                if (index >= table.n || halfOf(table, index) != half)
                    revert IRoundErrors.Round_OrderHalf(half, proposal);
                if (i != 0 && !Order.isBefore(rule, above, index)) {
                    revert IRoundErrors.Round_OrderWrong(half, above + 1, proposal);
                }
                order[i] = index;
                above = index;
            }
        }
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Quota, Rules} from "../types/Rules.sol";
import {State} from "../types/State.sol";
import {Proposals} from "./Proposals.sol";

/// @title Seats or budget, half by half
/// @notice Nothing left over crosses the halves: else a community's scores could help its own half.
library Selection {
    /// @dev What the walk along an order needs.
    struct Walk {
        bool reserveTakesWithdrawn;
        uint256[] order;
        bool[] withdrawn;
        bool[] reviewed;
        uint256[] recommended;
    }

    /// @param orders The proposal indices of each half, best first.
    /// @param counts Counted reviews by proposal index.
    /// @return recommended Bit field by proposal index.
    /// @return spent With a budget, the sum of the recommended asks of each half.
    function select(
        State storage state,
        Rules memory rules,
        uint256[][2] memory orders,
        uint256[] memory counts
    ) internal view returns (uint256[] memory recommended, uint128[2] memory spent) {
        uint256 n = counts.length;
        Walk memory walk;
        walk.reserveTakesWithdrawn = rules.reserveTakesWithdrawn;
        walk.withdrawn = new bool[](n);
        walk.reviewed = new bool[](n);
        for (uint256 i = 0; i < n; ++i) {
            walk.withdrawn[i] = Proposals.isWithdrawn(state, i);
            walk.reviewed[i] = counts[i] >= rules.minReviews;
        }
        recommended = new uint256[]((n + 255) / 256);
        walk.recommended = recommended;
        (uint16[] memory categories, uint128[] memory asks) = Proposals.all(state);
        for (uint256 half = 0; half < 2; ++half) {
            walk.order = orders[half];
            if (rules.budget != 0) {
                spent[half] = _spend(walk, asks, budgetOf(rules.budget, half, orders));
            } else if (rules.quotas.length == 0) {
                _seat(walk, seatsOf(rules.seats, half, orders[0].length, n));
            } else {
                _seatByQuota(walk, categories, rules.quotas, half, orders);
            }
        }
    }

    /// @notice Seats of a half: those of half 0 rounded to the nearest, half up, the rest to half 1.
    function seatsOf(uint256 seats, uint256 half, uint256 n0, uint256 n) internal pure returns (uint256) {
        uint256 q0 = (2 * seats * n0 + n) / (2 * n);
        return half == 0 ? q0 : seats - q0;
    }

    /// @notice Budget of a half: that of half 1 rounded down, the rest to half 0.
    function budgetOf(uint256 budget, uint256 half, uint256[][2] memory orders) internal pure returns (uint256) {
        return halfBudget(budget, half, orders[1].length, orders[0].length + orders[1].length);
    }

    function halfBudget(uint256 budget, uint256 half, uint256 n1, uint256 n) internal pure returns (uint256) {
        uint256 b1 = (budget * n1) / n;
        return half == 0 ? budget - b1 : b1;
    }

    function _seat(Walk memory walk, uint256 seats) private pure {
        for (uint256 i = 0; i < walk.order.length && seats != 0; ++i) {
            if (_take(walk, walk.order[i])) --seats;
        }
    }

    function _seatByQuota(
        Walk memory walk,
        uint16[] memory categories,
        Quota[] memory quotas,
        uint256 half,
        uint256[][2] memory orders
    ) private pure {
        for (uint256 k = 0; k < quotas.length; ++k) {
            uint16 category = quotas[k].category;
            uint256 n0 = _countCategory(categories, category, orders[0]);
            uint256 n = n0 + _countCategory(categories, category, orders[1]);
            if (n == 0) continue;
            uint256 seats = seatsOf(quotas[k].seats, half, n0, n);
            for (uint256 i = 0; i < walk.order.length && seats != 0; ++i) {
                uint256 index = walk.order[i];
                if (categories[index] == category && _take(walk, index)) --seats;
            }
        }
    }

    /// @dev Greedy: fund what fits, skip what does not.
    function _spend(Walk memory walk, uint128[] memory asks, uint256 budget) private pure returns (uint128 spent) {
        uint256 left = budget;
        for (uint256 i = 0; i < walk.order.length; ++i) {
            uint256 index = walk.order[i];
            if (asks[index] > left) continue;
            if (!_take(walk, index)) continue;
            left -= asks[index];
            if (!walk.withdrawn[index]) spent += asks[index];
        }
    }

    /// @dev True if the proposal takes the place. A withdrawn one takes it unspent, unless the reserve may have it.
    function _take(Walk memory walk, uint256 index) private pure returns (bool) {
        if (!walk.reviewed[index]) return false;
        if (walk.withdrawn[index]) return !walk.reserveTakesWithdrawn;
        walk.recommended[index >> 8] |= 1 << (index & 255);
        return true;
    }

    function _countCategory(
        uint16[] memory categories,
        uint16 category,
        uint256[] memory order
    ) private pure returns (uint256 count) {
        for (uint256 i = 0; i < order.length; ++i) {
            if (categories[order[i]] == category) ++count;
        }
    }
}

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
        uint256 minReviews;
        uint256[] order;
        /// @dev Counted reviews, by proposal index.
        uint256[] counts;
        /// @dev Bit fields by proposal index.
        uint256[] withdrawn;
        uint256[] recommended;
    }

    /// @param orders The proposal indices of each half, best first.
    /// @param counts Counted reviews, by proposal index.
    /// @return recommended Bit field by proposal index.
    /// @return spent With a budget, the sum of the recommended asks of each half.
    function select(
        State storage state,
        Rules memory rules,
        uint256[][2] memory orders,
        uint256[] memory counts
    ) internal view returns (uint256[] memory recommended, uint128[2] memory spent) {
        uint256 n = counts.length;
        recommended = new uint256[]((n + 255) / 256);
        Walk memory walk = Walk({
            reserveTakesWithdrawn: rules.reserveTakesWithdrawn,
            minReviews: rules.minReviews,
            order: orders[0],
            counts: counts,
            withdrawn: new uint256[](recommended.length),
            recommended: recommended
        });
        for (uint256 word = 0; word < recommended.length; ++word) {
            walk.withdrawn[word] = state.proposals.withdrawn[word];
        }
        uint16[] memory categories;
        uint128[] memory asks;
        // Plain seats ask for neither.
        if (rules.budget != 0 || rules.quotas.length != 0) (categories, asks) = Proposals.all(state);
        uint256[] memory quotaOf = _quotasOf(rules.quotas, categories);
        for (uint256 half = 0; half < 2; ++half) {
            walk.order = orders[half];
            if (rules.budget != 0) {
                spent[half] = _spend(walk, asks, budgetOf(rules.budget, half, orders));
            } else if (rules.quotas.length == 0) {
                _seat(walk, seatsOf(rules.seats, half, orders[0].length, n));
            } else {
                _seatByQuota(walk, rules.quotas, quotaOf, half, orders);
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

    /// @dev One walk for all categories together: walking once for each would not fit a transaction.
    function _seatByQuota(
        Walk memory walk,
        Quota[] memory quotas,
        uint256[] memory quotaOf,
        uint256 half,
        uint256[][2] memory orders
    ) private pure {
        uint256[] memory seats = _seatsByQuota(quotas, quotaOf, half, orders);
        for (uint256 i = 0; i < walk.order.length; ++i) {
            uint256 index = walk.order[i];
            uint256 quota = quotaOf[index];
            if (seats[quota] != 0 && _take(walk, index)) --seats[quota];
        }
    }

    /// @dev Seats of this half by quota, and none in the last place, for categories without a quota.
    function _seatsByQuota(
        Quota[] memory quotas,
        uint256[] memory quotaOf,
        uint256 half,
        uint256[][2] memory orders
    ) private pure returns (uint256[] memory seats) {
        uint256 count = quotas.length;
        uint256[] memory n0 = _countByQuota(quotaOf, count, orders[0]);
        uint256[] memory n1 = _countByQuota(quotaOf, count, orders[1]);
        seats = new uint256[](count + 1);
        for (uint256 quota = 0; quota < count; ++quota) {
            uint256 n = n0[quota] + n1[quota];
            if (n != 0) seats[quota] = seatsOf(quotas[quota].seats, half, n0[quota], n);
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
            if (!_has(walk.withdrawn, index)) spent += asks[index];
        }
    }

    /// @dev True if the proposal takes the place. A withdrawn one takes it unspent, unless the reserve may have it.
    function _take(Walk memory walk, uint256 index) private pure returns (bool) {
        if (walk.counts[index] < walk.minReviews) return false;
        if (_has(walk.withdrawn, index)) return !walk.reserveTakesWithdrawn;
        walk.recommended[index >> 8] |= 1 << (index & 255);
        return true;
    }

    function _has(uint256[] memory bits, uint256 index) private pure returns (bool) {
        return (bits[index >> 8] >> (index & 255)) & 1 == 1;
    }

    /// @dev The place of each proposal's category in `quotas`; their number for one without a quota.
    function _quotasOf(
        Quota[] memory quotas,
        uint16[] memory categories
    ) private pure returns (uint256[] memory quotaOf) {
        uint256 count = quotas.length;
        quotaOf = new uint256[](categories.length);
        if (count == 0) return quotaOf;
        for (uint256 i = 0; i < categories.length; ++i) {
            uint256 quota = 0;
            while (quota < count && quotas[quota].category != categories[i]) ++quota;
            quotaOf[i] = quota;
        }
    }

    function _countByQuota(
        uint256[] memory quotaOf,
        uint256 count,
        uint256[] memory order
    ) private pure returns (uint256[] memory n) {
        n = new uint256[](count + 1);
        for (uint256 i = 0; i < order.length; ++i) ++n[quotaOf[order[i]]];
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Rules} from "../../../contracts/types/Rules.sol";

/// @title Who is recommended, as docs/protocol.md words it
/// @notice Written without the contract's code, for tests to compare with it.
library SelectionModel {
    /// @dev What is known of a proposal when the ranking is handed in.
    struct Standing {
        uint256 number;
        uint256 count;
        uint256 category;
        uint256 ask;
        bool withdrawn;
    }

    /// @param orders The proposals of each half, best first.
    /// @return bits Bit number − 1.
    function recommended(Rules memory rules, Standing[][2] memory orders) internal pure returns (uint256 bits) {
        for (uint256 half = 0; half < 2; ++half) {
            bits |= rules.budget == 0 ? _seated(rules, orders, half) : _funded(rules, orders, half);
        }
    }

    function budgetOf(uint256 budget, uint256 half, Standing[][2] memory orders) internal pure returns (uint256) {
        uint256 second = (budget * orders[1].length) / (orders[0].length + orders[1].length);
        return half == 1 ? second : budget - second;
    }

    function isEligible(Rules memory rules, Standing memory one) internal pure returns (bool) {
        return !one.withdrawn && one.count >= rules.minReviews;
    }

    function takesPlace(Rules memory rules, Standing memory one) internal pure returns (bool) {
        return one.count >= rules.minReviews && (!one.withdrawn || !rules.reserveTakesWithdrawn);
    }

    /// @dev Recommended is who is eligible and has fewer before it that take a seat than there are seats.
    function _seated(
        Rules memory rules,
        Standing[][2] memory orders,
        uint256 half
    ) private pure returns (uint256 bits) {
        Standing[] memory order = orders[half];
        for (uint256 place = 0; place < order.length; ++place) {
            uint256 before = 0;
            for (uint256 other = 0; other < place; ++other) {
                if (_compete(rules, order[other], order[place]) && takesPlace(rules, order[other])) ++before;
            }
            uint256 seats = _seatsFor(rules, orders, half, order[place].category);
            if (isEligible(rules, order[place]) && before < seats) bits |= 1 << (order[place].number - 1);
        }
    }

    function _funded(
        Rules memory rules,
        Standing[][2] memory orders,
        uint256 half
    ) private pure returns (uint256 bits) {
        uint256 left = budgetOf(rules.budget, half, orders);
        for (uint256 place = 0; place < orders[half].length; ++place) {
            Standing memory one = orders[half][place];
            if (one.ask > left) continue;
            if (takesPlace(rules, one)) left -= one.ask;
            if (isEligible(rules, one)) bits |= 1 << (one.number - 1);
        }
    }

    /// @dev With quotas only proposals of one category stand in each other's way.
    function _compete(Rules memory rules, Standing memory a, Standing memory b) private pure returns (bool) {
        return rules.quotas.length == 0 || a.category == b.category;
    }

    /// @dev Seats of a half, of the category with quotas: those of the first half rounded half up.
    function _seatsFor(
        Rules memory rules,
        Standing[][2] memory orders,
        uint256 half,
        uint256 category
    ) private pure returns (uint256) {
        bool quotas = rules.quotas.length != 0;
        uint256 seats = quotas ? 0 : rules.seats;
        for (uint256 k = 0; k < rules.quotas.length; ++k) {
            if (rules.quotas[k].category == category) seats = rules.quotas[k].seats;
        }
        uint256 n0 = _count(orders[0], quotas, category);
        uint256 n = n0 + _count(orders[1], quotas, category);
        uint256 first = (2 * seats * n0 + n) / (2 * n);
        return half == 0 ? first : seats - first;
    }

    function _count(Standing[] memory order, bool quotas, uint256 category) private pure returns (uint256 count) {
        for (uint256 place = 0; place < order.length; ++place) {
            if (!quotas || order[place].category == category) ++count;
        }
    }
}

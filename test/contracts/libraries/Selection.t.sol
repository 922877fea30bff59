// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Selection} from "../../../contracts/libraries/Selection.sol";
import {Quota, Rules} from "../../../contracts/types/Rules.sol";
import {State} from "../../../contracts/types/State.sol";
import {Assert} from "../support/Assert.sol";
import {Dice} from "../support/Dice.sol";
import {Roster} from "../support/Roster.sol";
import {SampleRules} from "../support/SampleRules.sol";

/* Selection
 * ├── seatsOf, halfBudget → both halves together get all, each its share to the nearest seat or unit
 * └── select
 *     ├── seats → each half's first eligible ones, a withdrawn one using up its seat unless the reserve takes it
 *     ├── quotas → the same inside each category, nothing for a category without a quota
 *     ├── budget → never more than the half has; passed over is only what does not fit
 *     ├── too few reviews, or withdrawn → never recommended
 *     └── whatever happens in the other half → the same
 */
contract SelectionTest {
    using Dice for Dice.Cup;

    /// @dev One case: who stands where.
    struct Case {
        Rules rules;
        uint256 n;
        uint256[][2] orders;
        uint256[] counts;
        uint256[] categories;
        uint256[] asks;
        uint256[] withdrawn;
    }

    State private _state;

    function testSharesOfTheHalves(uint16 seats, uint128 budget, uint16 first, uint16 second) public pure {
        uint256 n0 = 1 + (first % 600);
        uint256 n1 = second % 601;
        uint256 n = n0 + n1;
        uint256 k = seats % (n + 1);
        uint256 q0 = Selection.seatsOf(k, 0, n0, n);
        uint256 q1 = Selection.seatsOf(k, 1, n0, n);
        Assert.equal(q0 + q1, k, "seats of both halves");
        Assert.holds(q0 <= n0 && q1 <= n1, "no half gets more seats than proposals");
        // |q0 − K·n0/n| ≤ 1/2
        uint256 distance = q0 * n > k * n0 ? q0 * n - k * n0 : k * n0 - q0 * n;
        Assert.atMost(2 * distance, n, "twice the distance to the exact share");
        uint256 b1 = Selection.halfBudget(budget, 1, n1, n);
        Assert.equal(Selection.halfBudget(budget, 0, n1, n) + b1, budget, "budget of both halves");
        Assert.holds(b1 * n <= budget * n1 && (b1 + 1) * n > budget * n1, "share of the second half, rounded down");
    }

    function testSeats(uint256 seed) public {
        Dice.Cup memory dice = Dice.cup(seed);
        Case memory c = _case(dice);
        c.rules.budget = 0;
        c.rules.seats = uint16(dice.between(1, c.n));
        _prepare(c);
        (uint256[] memory recommended, ) = Selection.select(_state, c.rules, c.orders, c.counts);
        for (uint256 half = 0; half < 2; ++half) {
            uint256 seats = Selection.seatsOf(c.rules.seats, half, c.orders[0].length, c.n);
            _requireFirst(c, recommended, half, seats, _any(c.n));
        }
        _requireHalvesApart(c, recommended, dice);
    }

    function testQuotas(uint256 seed) public {
        Dice.Cup memory dice = Dice.cup(seed);
        Case memory c = _case(dice);
        c.rules.budget = 0;
        c.rules.quotas = SampleRules.quotas(1, uint16(dice.between(1, 6)), 2, uint16(dice.between(1, 6)));
        _prepare(c);
        (uint256[] memory recommended, ) = Selection.select(_state, c.rules, c.orders, c.counts);
        _requireQuota(c, recommended, c.rules.quotas[0]);
        _requireQuota(c, recommended, c.rules.quotas[1]);
        for (uint256 i = 0; i < c.n; ++i) {
            bool hasQuota = c.categories[i] == 1 || c.categories[i] == 2;
            Assert.holds(hasQuota || !_has(recommended, i), "nothing for a category without a quota");
        }
        _requireHalvesApart(c, recommended, dice);
    }

    function testBudget(uint256 seed) public {
        Dice.Cup memory dice = Dice.cup(seed);
        Case memory c = _case(dice);
        c.rules.budget = uint128(dice.between(1, 30 * c.n));
        _prepare(c);
        (uint256[] memory recommended, uint128[2] memory spent) = Selection.select(_state, c.rules, c.orders, c.counts);
        for (uint256 half = 0; half < 2; ++half) {
            uint256 budget = Selection.halfBudget(c.rules.budget, half, c.orders[1].length, c.n);
            Assert.equal(spent[half], _requireGreedy(c, recommended, half, budget), "spent");
        }
        _requireHalvesApart(c, recommended, dice);
    }

    /// @dev Asks near 2^128 do not overflow anything.
    function testLargestAsks() public {
        Dice.Cup memory dice = Dice.cup(1);
        Case memory c = _case(dice);
        c.rules.budget = type(uint128).max;
        for (uint256 i = 0; i < c.n; ++i) c.asks[i] = type(uint128).max - i;
        _prepare(c);
        (, uint128[2] memory spent) = Selection.select(_state, c.rules, c.orders, c.counts);
        Assert.atMost(uint256(spent[0]) + spent[1], c.rules.budget, "spent");
    }

    /// @dev The seat law: an eligible proposal of the half is recommended iff fewer than `seats` stand before it that
    /// take a seat.
    function _requireFirst(
        Case memory c,
        uint256[] memory recommended,
        uint256 half,
        uint256 seats,
        bool[] memory concerned
    ) private pure {
        uint256 taken = 0;
        for (uint256 place = 0; place < c.orders[half].length; ++place) {
            uint256 i = c.orders[half][place];
            if (!concerned[i]) continue;
            Assert.holds(_has(recommended, i) == (_isEligible(c, i) && taken < seats), "the first eligible ones");
            if (_takesPlace(c, i)) ++taken;
        }
    }

    function _requireQuota(Case memory c, uint256[] memory recommended, Quota memory quota) private pure {
        bool[] memory concerned = new bool[](c.n);
        uint256[2] memory sizes;
        for (uint256 half = 0; half < 2; ++half) {
            for (uint256 place = 0; place < c.orders[half].length; ++place) {
                uint256 i = c.orders[half][place];
                concerned[i] = c.categories[i] == quota.category;
                if (concerned[i]) ++sizes[half];
            }
        }
        uint256 n = sizes[0] + sizes[1];
        if (n == 0) return;
        uint256 first = (2 * uint256(quota.seats) * sizes[0] + n) / (2 * n);
        _requireFirst(c, recommended, 0, first, concerned);
        _requireFirst(c, recommended, 1, quota.seats - first, concerned);
    }

    /// @dev The greedy law: what takes money fits into what is left, and nothing eligible that fits is passed over.
    function _requireGreedy(
        Case memory c,
        uint256[] memory recommended,
        uint256 half,
        uint256 budget
    ) private pure returns (uint256 spent) {
        uint256 left = budget;
        for (uint256 place = 0; place < c.orders[half].length; ++place) {
            uint256 i = c.orders[half][place];
            bool fits = c.asks[i] <= left;
            Assert.holds(_has(recommended, i) == (_isEligible(c, i) && fits), "greedy");
            if (fits && _takesPlace(c, i)) left -= c.asks[i];
            if (_has(recommended, i)) spent += c.asks[i];
        }
        Assert.atMost(spent, budget, "spent in the half");
    }

    /// @dev New order, counts and withdrawals in one half leave what the other one gets.
    function _requireHalvesApart(Case memory c, uint256[] memory recommended, Dice.Cup memory dice) private {
        uint256 half = dice.between(0, 1);
        uint256[] memory other = c.orders[1 - half];
        uint256[] memory places = dice.permutation(other.length);
        uint256[] memory moved = new uint256[](other.length);
        for (uint256 i = 0; i < other.length; ++i) {
            moved[i] = other[places[i]];
            c.counts[moved[i]] = dice.between(0, 4);
            c.withdrawn[moved[i]] = dice.oneIn(3) ? 1 : 0;
        }
        c.orders[1 - half] = moved;
        _prepare(c);
        (uint256[] memory again, ) = Selection.select(_state, c.rules, c.orders, c.counts);
        for (uint256 place = 0; place < c.orders[half].length; ++place) {
            uint256 i = c.orders[half][place];
            Assert.holds(_has(again, i) == _has(recommended, i), "the other half changes nothing");
        }
    }

    function _isEligible(Case memory c, uint256 i) private pure returns (bool) {
        return c.withdrawn[i] == 0 && c.counts[i] >= c.rules.minReviews;
    }

    function _takesPlace(Case memory c, uint256 i) private pure returns (bool) {
        if (c.counts[i] < c.rules.minReviews) return false;
        return c.withdrawn[i] == 0 || !c.rules.reserveTakesWithdrawn;
    }

    /// @dev Any proposals in any order, in halves that differ by one at most, or all in the first.
    function _case(Dice.Cup memory dice) private pure returns (Case memory c) {
        c.rules.minReviews = uint32(dice.between(0, 3));
        c.rules.reserveTakesWithdrawn = dice.oneIn(2);
        c.n = dice.between(2, 24);
        uint256[] memory all = dice.permutation(c.n);
        uint256 n0 = dice.oneIn(3) ? c.n : (c.n + dice.between(0, 1)) / 2;
        c.orders[0] = new uint256[](n0);
        c.orders[1] = new uint256[](c.n - n0);
        for (uint256 i = 0; i < c.n; ++i) {
            if (i < n0) c.orders[0][i] = all[i];
            else c.orders[1][i - n0] = all[i];
        }
        c.counts = new uint256[](c.n);
        c.categories = new uint256[](c.n);
        c.asks = new uint256[](c.n);
        c.withdrawn = new uint256[](c.n);
        for (uint256 i = 0; i < c.n; ++i) {
            c.counts[i] = dice.between(0, 4);
            c.categories[i] = dice.between(0, 3);
            c.asks[i] = dice.between(0, 60);
            c.withdrawn[i] = dice.oneIn(4) ? 1 : 0;
        }
    }

    function _prepare(Case memory c) private {
        Roster.write(_state, c.categories, c.asks, c.withdrawn);
    }

    function _any(uint256 n) private pure returns (bool[] memory concerned) {
        concerned = new bool[](n);
        for (uint256 i = 0; i < n; ++i) concerned[i] = true;
    }

    function _has(uint256[] memory bits, uint256 i) private pure returns (bool) {
        return (bits[i / 256] >> (i % 256)) & 1 == 1;
    }
}

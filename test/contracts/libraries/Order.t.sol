// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Order} from "../../../contracts/libraries/Order.sol";
import {OrderRule, TieRule} from "../../../contracts/types/Rules.sol";
import {OrderModel} from "../models/OrderModel.sol";
import {Assert} from "../support/Assert.sol";
import {Dice} from "../support/Dice.sol";

/* Order.isBefore, for both orders and both ties
 * ├── irreflexive, asymmetric, transitive, total: one order there is
 * └── the order of the fractions of docs/protocol.md, then of the lots or the numbers
 */
contract OrderTest {
    using Dice for Dice.Cup;

    uint256 private constant N = 7;

    function testOneOrderAmongEquals(uint256 seed) public pure {
        _requireOrder(_rule(seed, 6, 3));
    }

    function testOneOrderOfAnySums(uint256 seed) public pure {
        _requireOrder(_rule(seed, 2 ** 40 - 1, 131_072));
    }

    function testMeanOfFullLanes() public pure {
        Order.Rule memory rule = _rule(0, 0, 0);
        rule.order = OrderRule.Mean;
        rule.neutral = 65_535 * 255 * 256;
        for (uint256 i = 0; i < N; ++i) (rule.points[i], rule.counts[i]) = (2 ** 40 - 1 - i, 131_072);
        for (uint256 i = 1; i < N; ++i) Assert.holds(Order.isBefore(rule, i - 1, i), "one point more stands first");
    }

    function _requireOrder(Order.Rule memory rule) private pure {
        for (uint256 a = 0; a < N; ++a) {
            Assert.holds(!Order.isBefore(rule, a, a), "irreflexive");
            for (uint256 b = 0; b < N; ++b) {
                bool before = Order.isBefore(rule, a, b);
                if (a != b) Assert.holds(before != Order.isBefore(rule, b, a), "asymmetric and total");
                Assert.holds(before == _model(rule, a, b), "that of the protocol");
                for (uint256 c = 0; c < N; ++c) {
                    bool chain = before && Order.isBefore(rule, b, c);
                    Assert.holds(!chain || Order.isBefore(rule, a, c), "transitive");
                }
            }
        }
    }

    function _model(Order.Rule memory rule, uint256 a, uint256 b) private pure returns (bool) {
        return OrderModel.isBefore(rule.order, rule.ties, rule.neutral, _standing(rule, a), _standing(rule, b));
    }

    function _standing(Order.Rule memory rule, uint256 i) private pure returns (OrderModel.Standing memory) {
        return
            OrderModel.Standing({
                points: rule.points[i],
                count: rule.counts[i],
                position: rule.positions[i],
                number: i + 1
            });
    }

    function _rule(uint256 seed, uint256 mostPoints, uint256 mostCount) private pure returns (Order.Rule memory rule) {
        Dice.Cup memory dice = Dice.cup(seed);
        rule.order = dice.oneIn(3) ? OrderRule.Sum : OrderRule.Mean;
        rule.ties = dice.oneIn(2) ? TieRule.Draw : TieRule.Number;
        rule.neutral = dice.between(0, 8);
        rule.positions = dice.permutation(N);
        rule.points = new uint256[](N);
        rule.counts = new uint256[](N);
        for (uint256 i = 0; i < N; ++i) {
            rule.points[i] = dice.between(0, mostPoints);
            rule.counts[i] = dice.between(0, mostCount);
        }
    }
}

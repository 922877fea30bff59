// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PointsRule, Rules} from "../../../contracts/types/Rules.sol";
import {PointsModel} from "../models/PointsModel.sol";
import {Assert} from "../support/Assert.sol";
import {Dice} from "../support/Dice.sol";
import {PointsHarness} from "../support/PointsHarness.sol";

/* Points
 * ├── add
 * │   ├── Borda, every weighted value below 32 → equals the comparison of pairs, all small ballots and random ones
 * │   ├── Borda, larger values → the same points where only the order of the values is the same
 * │   ├── Borda → a ballot with k opinions on L proposals gives k(L − 1) points
 * │   └── Score → the weighted value
 * └── check → the same first reason as the slow model
 */
contract PointsTest is PointsHarness {
    using Dice for Dice.Cup;

    uint256 private constant MOST_ON_LIST = 15;
    /// @dev Odd: there may be a blank card.
    uint256 private constant N = 255;

    function testNarrowBordaOfAllSmallBallots() public view {
        for (uint256 length = 2; length <= 4; ++length) {
            for (uint256 blank = 0; blank <= length; ++blank) _allBallots(length, blank, 3);
        }
    }

    function testWeightedNarrowBordaEqualsPairs(uint256 seed) public view {
        Dice.Cup memory dice = Dice.cup(seed);
        Rules memory rules = _rules(PointsRule.Borda, _narrowWeights(dice), 0);
        rules.maxScore = uint8(dice.between(1, 31 / _total(rules)));
        _compare(rules, _list(dice, dice.between(2, MOST_ON_LIST)), dice);
    }

    function testNarrowBordaOfOneCriterionEqualsPairs(uint256 seed) public view {
        Dice.Cup memory dice = Dice.cup(seed);
        uint16 weight = uint16(dice.between(1, 65_535));
        Rules memory rules = _rules(PointsRule.Borda, _single(weight), uint8(dice.between(1, 31)));
        _compare(rules, _list(dice, dice.between(2, MOST_ON_LIST)), dice);
    }

    function testWideBordaEqualsPairs(uint256 seed) public view {
        Dice.Cup memory dice = Dice.cup(seed);
        Rules memory rules = _rules(PointsRule.Borda, _anyWeights(dice), 255);
        // Few different values, so that ties happen.
        if (dice.oneIn(2)) rules.maxScore = uint8(dice.between(1, 3));
        _compare(rules, _list(dice, dice.between(2, MOST_ON_LIST)), dice);
    }

    function testScoreEqualsWeightedValue(uint256 seed) public view {
        Dice.Cup memory dice = Dice.cup(seed);
        Rules memory rules = _rules(PointsRule.Score, _anyWeights(dice), uint8(dice.between(1, 255)));
        _compare(rules, _list(dice, dice.between(2, 255 / rules.weights.length)), dice);
    }

    /// @dev The same ballot as it stands and with every value eight times as large: the narrow way and the wide one.
    function testOnlyTheOrderOfValuesMatters(uint256 seed) public view {
        Dice.Cup memory dice = Dice.cup(seed);
        Rules memory rules = _rules(PointsRule.Borda, _single(1), 31);
        uint256[] memory list = _list(dice, dice.between(2, MOST_ON_LIST));
        uint256[] memory values = _values(rules, list, dice);
        uint256[] memory narrow = _add(rules, list, values);
        rules.maxScore = 255;
        for (uint256 i = 0; i < values.length; ++i) values[i] *= 8;
        Assert.equal(_add(rules, list, values), narrow, "wide lanes");
    }

    function testSumOfABordaBallot(uint256 seed) public view {
        Dice.Cup memory dice = Dice.cup(seed);
        Rules memory rules = _rules(PointsRule.Borda, _single(uint16(dice.between(1, 40))), uint8(dice.between(1, 31)));
        uint256[] memory list = _list(dice, dice.between(2, MOST_ON_LIST));
        uint256[] memory values = _values(rules, list, dice);
        uint256[] memory lanes = _add(rules, list, values);
        (uint256 sum, uint256 opinions, uint256 real) = (0, 0, 0);
        for (uint256 i = 0; i < list.length; ++i) {
            if (list[i] == 0) continue;
            ++real;
            sum += lanes[list[i]] >> 24;
            opinions += lanes[list[i]] & 0xffffff;
        }
        Assert.equal(sum, opinions * (real - 1), "points of the ballot");
        Assert.equal(lanes[0], 0, "points of the blank card");
    }

    function testCheckFindsTheFirstReason(uint256 seed) public view {
        Dice.Cup memory dice = Dice.cup(seed);
        Rules memory rules = _rules(PointsRule.Score, _anyWeights(dice), uint8(dice.between(1, 255)));
        uint256[] memory list = _list(dice, dice.between(2, 255 / rules.weights.length));
        uint256[] memory values = _values(rules, list, dice);
        for (uint256 breaks = dice.between(0, 2); breaks > 0; --breaks) {
            values[dice.between(0, values.length - 1)] = dice.oneIn(2) ? dice.between(0, 255) : 0;
        }
        if (dice.oneIn(2)) rules.pointsPerBallot = uint16(dice.between(1, _sum(values) + 1));
        (uint8 reason, ) = this.pointsOf(_withList(rules, list), N, list, _bytes(values));
        Assert.equal(reason, PointsModel.spoiledBy(rules, list, values), "reason");
    }

    /// @dev Every ballot of values 0…most, with the blank card at this place (at `length`: none).
    function _allBallots(uint256 length, uint256 blank, uint256 most) private view {
        Rules memory rules = _rules(PointsRule.Borda, _single(1), uint8(most));
        uint256[] memory list = new uint256[](length);
        for (uint256 i = 0; i < length; ++i) list[i] = i == blank ? 0 : i + 1;
        uint256[] memory values = new uint256[](length);
        for (uint256 ballot = 0; ballot < (most + 1) ** length; ++ballot) {
            uint256 rest = ballot;
            for (uint256 i = 0; i < length; ++i) {
                values[i] = i == blank ? 0 : rest % (most + 1);
                rest /= most + 1;
            }
            _requireModel(rules, list, values, _add(rules, list, values));
        }
    }

    function _compare(Rules memory rules, uint256[] memory list, Dice.Cup memory dice) private view {
        uint256[] memory values = _values(rules, list, dice);
        _requireModel(rules, list, values, _add(rules, list, values));
    }

    function _requireModel(
        Rules memory rules,
        uint256[] memory list,
        uint256[] memory values,
        uint256[] memory lanes
    ) private pure {
        for (uint256 place = 0; place < list.length; ++place) {
            if (list[place] == 0) continue;
            (uint256 x, bool hasOpinion) = PointsModel.pointsOf(rules, list, values, place);
            Assert.equal(lanes[list[place]], (x << 24) | (hasOpinion ? 1 : 0), "lane");
        }
    }

    function _add(
        Rules memory rules,
        uint256[] memory list,
        uint256[] memory values
    ) private view returns (uint256[] memory) {
        (uint8 reason, uint256[] memory lanes) = this.pointsOf(_withList(rules, list), N, list, _bytes(values));
        Assert.equal(reason, 0, "reason");
        return lanes;
    }

    /// @dev Halves: with an odd roster some lists hold the blank card.
    function _withList(Rules memory rules, uint256[] memory list) private pure returns (Rules memory) {
        rules.owners = true;
        rules.listLength = uint16(list.length);
        return rules;
    }

    /// @dev As in an opening: behind the values is a salt, which is no value.
    function _bytes(uint256[] memory values) private pure returns (bytes memory packed) {
        packed = new bytes(values.length + 16);
        for (uint256 i = values.length; i < packed.length; ++i) packed[i] = bytes1(uint8(3));
        for (uint256 i = 0; i < values.length; ++i) packed[i] = bytes1(uint8(values[i]));
    }

    /// @dev Distinct proposals, sometimes with the blank card among them.
    function _list(Dice.Cup memory dice, uint256 length) private pure returns (uint256[] memory list) {
        list = new uint256[](length);
        uint256[] memory numbers = dice.permutation(255);
        for (uint256 i = 0; i < length; ++i) list[i] = numbers[i] + 1;
        if (dice.oneIn(2)) list[dice.between(0, length - 1)] = 0;
    }

    /// @dev Values that obey the rules: all criteria of a proposal or none, nothing for the blank card.
    function _values(
        Rules memory rules,
        uint256[] memory list,
        Dice.Cup memory dice
    ) private pure returns (uint256[] memory values) {
        uint256 criteria = rules.weights.length;
        values = new uint256[](list.length * criteria);
        for (uint256 i = 0; i < list.length; ++i) {
            if (list[i] == 0 || dice.oneIn(4)) continue;
            for (uint256 k = 0; k < criteria; ++k) values[i * criteria + k] = dice.between(1, rules.maxScore);
        }
    }

    function _rules(
        PointsRule points,
        uint16[] memory weights,
        uint8 maxScore
    ) private pure returns (Rules memory rules) {
        rules.points = points;
        rules.weights = weights;
        rules.maxScore = maxScore;
    }

    function _narrowWeights(Dice.Cup memory dice) private pure returns (uint16[] memory weights) {
        weights = new uint16[](dice.between(1, 4));
        for (uint256 k = 0; k < weights.length; ++k) weights[k] = uint16(dice.between(1, 7));
    }

    function _anyWeights(Dice.Cup memory dice) private pure returns (uint16[] memory weights) {
        weights = new uint16[](dice.between(1, 5));
        for (uint256 k = 0; k < weights.length; ++k) weights[k] = uint16(dice.between(1, 65_535));
    }

    function _single(uint16 weight) private pure returns (uint16[] memory weights) {
        weights = new uint16[](1);
        weights[0] = weight;
    }

    function _total(Rules memory rules) private pure returns (uint256 total) {
        for (uint256 k = 0; k < rules.weights.length; ++k) total += rules.weights[k];
    }

    function _sum(uint256[] memory values) private pure returns (uint256 sum) {
        for (uint256 i = 0; i < values.length; ++i) sum += values[i];
    }
}

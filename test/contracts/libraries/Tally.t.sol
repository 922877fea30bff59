// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Tally} from "../../../contracts/libraries/Tally.sol";
import {PointsRule, Rules} from "../../../contracts/types/Rules.sol";
import {TallyState} from "../../../contracts/types/State.sol";
import {Assert} from "../support/Assert.sol";
import {Dice} from "../support/Dice.sol";
import {SampleRules} from "../support/SampleRules.sol";

/* Tally
 * ├── shapeOf → narrow lanes while they hold the most reviews and points that the rules allow, else wide ones
 * ├── add → every proposal gets its own lane only, also where lanes are full to the last bit
 * └── read, all → the same numbers
 */
contract TallyTest {
    using Dice for Dice.Cup;
    using Tally for TallyState;

    /// @dev The highest numbers that a lane holds.
    struct Most {
        uint256 points;
        uint256 count;
    }

    TallyState private _state;

    function testShapeOfHalves() public pure {
        Rules memory rules = SampleRules.owners(0);
        _requireShape(rules, 1_200, 8);
        (rules.seatsPerCommunity, rules.listLength) = (273, 15);
        _requireShape(rules, 30, 8);
        // 4,096 reviews do not fit 12 bits.
        (rules.seatsPerCommunity, rules.listLength) = (512, 8);
        _requireShape(rules, 30, 4);
    }

    function testShapeOfPoints() public pure {
        Rules memory rules = SampleRules.jury(0);
        rules.points = PointsRule.Score;
        (rules.reviewers, rules.maxScore) = (4_095, 255);
        _requireShape(rules, 20, 8);
        // 4,095 reviews of 257 points need 21 bits, of 256 points not.
        (rules.maxScore, rules.weights[0]) = (1, 256);
        _requireShape(rules, 20, 8);
        rules.weights[0] = 257;
        _requireShape(rules, 20, 4);
        (rules.reviewers, rules.weights[0]) = (4_096, 1);
        _requireShape(rules, 20, 4);
    }

    function testLanesDoNotBleed(uint256 seed) public {
        Dice.Cup memory dice = Dice.cup(seed);
        (Tally.Shape memory shape, Most memory most) = dice.oneIn(2) ? _wide() : _narrow();
        uint256 n = dice.between(1, 30);
        uint256[] memory points = new uint256[](n);
        uint256[] memory counts = new uint256[](n);
        for (uint256 pages = dice.between(1, 6); pages > 0; --pages) _addPage(dice, shape, most, points, counts);
        _requireTally(shape, points, counts);
    }

    function testFullWideLanes() public {
        (Tally.Shape memory shape, Most memory most) = _wide();
        _requireFullLanes(shape, most);
    }

    function testFullNarrowLanes() public {
        (Tally.Shape memory shape, Most memory most) = _narrow();
        _requireFullLanes(shape, most);
    }

    /// @dev Every other lane is full; its neighbours stay empty, then get one point.
    function _requireFullLanes(Tally.Shape memory shape, Most memory most) private {
        uint256[] memory points = new uint256[](17);
        uint256[] memory counts = new uint256[](17);
        for (uint256 i = 0; i < 17; i += 2) (points[i], counts[i]) = (most.points, most.count);
        _state.add(shape, _lanes(points, counts));
        _requireTally(shape, points, counts);
        uint256[] memory morePoints = new uint256[](17);
        uint256[] memory moreCounts = new uint256[](17);
        for (uint256 i = 1; i < 17; i += 2) {
            (morePoints[i], moreCounts[i]) = (1, 1);
            (points[i], counts[i]) = (1, 1);
        }
        _state.add(shape, _lanes(morePoints, moreCounts));
        _requireTally(shape, points, counts);
    }

    function _addPage(
        Dice.Cup memory dice,
        Tally.Shape memory shape,
        Most memory most,
        uint256[] memory points,
        uint256[] memory counts
    ) private {
        uint256 n = points.length;
        uint256[] memory morePoints = new uint256[](n);
        uint256[] memory moreCounts = new uint256[](n);
        for (uint256 i = 0; i < n; ++i) {
            if (dice.oneIn(3)) continue;
            // Often nearly all that is left.
            morePoints[i] = dice.between(0, (most.points - points[i]) >> (dice.oneIn(4) ? 0 : dice.between(0, 40)));
            moreCounts[i] = dice.between(0, (most.count - counts[i]) >> (dice.oneIn(4) ? 0 : dice.between(0, 24)));
            points[i] += morePoints[i];
            counts[i] += moreCounts[i];
        }
        _state.add(shape, _lanes(morePoints, moreCounts));
    }

    function _requireTally(Tally.Shape memory shape, uint256[] memory points, uint256[] memory counts) private view {
        (uint256[] memory allPoints, uint256[] memory allCounts) = _state.all(shape, points.length);
        Assert.equal(allPoints, points, "all points");
        Assert.equal(allCounts, counts, "all counts");
        for (uint256 i = 0; i < points.length; ++i) {
            (uint256 read, uint256 count) = _state.read(shape, i);
            Assert.equal(read, points[i], "points");
            Assert.equal(count, counts[i], "count");
        }
        for (uint256 i = points.length; i % shape.perSlot != 0; ++i) {
            (uint256 read, uint256 count) = _state.read(shape, i);
            Assert.equal(read + count, 0, "beyond the last proposal");
        }
    }

    function _requireShape(Rules memory rules, uint256 n, uint256 perSlot) private pure {
        Tally.Shape memory shape = Tally.shapeOf(rules, n);
        Assert.equal(shape.perSlot, perSlot, "proposals of a slot");
        Assert.equal(shape.perSlot * shape.laneBits, 256, "bits of a slot");
    }

    function _wide() private pure returns (Tally.Shape memory shape, Most memory most) {
        Rules memory rules = SampleRules.jury(0);
        rules.reviewers = 131_072;
        return (Tally.shapeOf(rules, 20), Most({points: 2 ** 40 - 1, count: 2 ** 24 - 1}));
    }

    function _narrow() private pure returns (Tally.Shape memory shape, Most memory most) {
        return (Tally.shapeOf(SampleRules.owners(0), 20), Most({points: 2 ** 20 - 1, count: 2 ** 12 - 1}));
    }

    function _lanes(uint256[] memory points, uint256[] memory counts) private pure returns (uint256[] memory lanes) {
        lanes = new uint256[](points.length + 1);
        for (uint256 i = 0; i < points.length; ++i) lanes[i + 1] = points[i] * 2 ** 24 + counts[i];
    }
}

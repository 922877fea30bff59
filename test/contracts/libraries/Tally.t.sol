// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Tally} from "../../../contracts/libraries/Tally.sol";
import {TallyState} from "../../../contracts/types/State.sol";
import {Assert} from "../support/Assert.sol";
import {Dice} from "../support/Dice.sol";

/* Tally
 * ├── add → every proposal gets its own lane only, also where lanes are full to the last bit
 * └── read, all, split → the same numbers
 */
contract TallyTest {
    using Dice for Dice.Cup;
    using Tally for TallyState;

    uint256 private constant MOST_POINTS = 2 ** 40 - 1;
    uint256 private constant MOST_COUNT = 2 ** 24 - 1;

    TallyState private _state;

    function testLanesDoNotBleed(uint256 seed) public {
        Dice.Cup memory dice = Dice.cup(seed);
        uint256 n = dice.between(1, 30);
        uint256[] memory points = new uint256[](n);
        uint256[] memory counts = new uint256[](n);
        for (uint256 pages = dice.between(1, 6); pages > 0; --pages) _addPage(dice, points, counts);
        _requireTally(points, counts);
    }

    function testFullLanes() public {
        uint256[] memory points = new uint256[](9);
        uint256[] memory counts = new uint256[](9);
        // Every other lane is full; its neighbours stay empty, then get one point.
        for (uint256 i = 0; i < 9; i += 2) (points[i], counts[i]) = (MOST_POINTS, MOST_COUNT);
        _state.add(_lanes(points, counts));
        _requireTally(points, counts);
        uint256[] memory morePoints = new uint256[](9);
        uint256[] memory moreCounts = new uint256[](9);
        for (uint256 i = 1; i < 9; i += 2) {
            (morePoints[i], moreCounts[i]) = (1, 1);
            (points[i], counts[i]) = (1, 1);
        }
        _state.add(_lanes(morePoints, moreCounts));
        _requireTally(points, counts);
    }

    function _addPage(Dice.Cup memory dice, uint256[] memory points, uint256[] memory counts) private {
        uint256 n = points.length;
        uint256[] memory morePoints = new uint256[](n);
        uint256[] memory moreCounts = new uint256[](n);
        for (uint256 i = 0; i < n; ++i) {
            if (dice.oneIn(3)) continue;
            // Often nearly all that is left.
            morePoints[i] = dice.between(0, (MOST_POINTS - points[i]) >> (dice.oneIn(4) ? 0 : dice.between(0, 40)));
            moreCounts[i] = dice.between(0, (MOST_COUNT - counts[i]) >> (dice.oneIn(4) ? 0 : dice.between(0, 24)));
            points[i] += morePoints[i];
            counts[i] += moreCounts[i];
        }
        _state.add(_lanes(morePoints, moreCounts));
    }

    function _requireTally(uint256[] memory points, uint256[] memory counts) private view {
        (uint256[] memory allPoints, uint256[] memory allCounts) = _state.all(points.length);
        Assert.equal(allPoints, points, "all points");
        Assert.equal(allCounts, counts, "all counts");
        for (uint256 i = 0; i < points.length; ++i) {
            (uint256 read, uint256 count) = _state.read(i);
            Assert.equal(read, points[i], "points");
            Assert.equal(count, counts[i], "count");
        }
        for (uint256 i = points.length; i % 4 != 0; ++i) {
            (uint256 read, uint256 count) = _state.read(i);
            Assert.equal(read + count, 0, "beyond the last proposal");
        }
    }

    function _lanes(uint256[] memory points, uint256[] memory counts) private pure returns (uint256[] memory lanes) {
        lanes = new uint256[](points.length + 1);
        for (uint256 i = 0; i < points.length; ++i) lanes[i + 1] = points[i] * 2 ** 24 + counts[i];
    }
}

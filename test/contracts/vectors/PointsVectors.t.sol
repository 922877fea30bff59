// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Rules} from "../../../contracts/types/Rules.sol";
import {Assert} from "../support/Assert.sol";
import {PointsHarness} from "../support/PointsHarness.sol";
import {Vectors} from "../support/Vectors.sol";

/* points.json: what spoils a ballot, or the points that it gives */
contract PointsVectorsTest is PointsHarness {
    using Vectors for string;
    using Vectors for bytes;

    function testPoints() public view {
        string memory json = Vectors.read("points");
        bytes[] memory rules = json.blobs("rules");
        uint256[] memory n = json.numbers("n");
        bytes[] memory lists = json.blobs("list");
        bytes[] memory values = json.blobs("values");
        uint256[] memory reasons = json.numbers("reason");
        bytes[] memory points = json.blobs("points");
        bytes[] memory opinions = json.blobs("opinions");
        for (uint256 i = 0; i < rules.length; ++i) {
            uint256[] memory list = lists[i].u16();
            Rules memory decoded = abi.decode(rules[i], (Rules));
            (uint8 reason, uint256[] memory lanes) = this.pointsOf(decoded, n[i], list, values[i]);
            Assert.equal(reason, reasons[i], "reason");
            if (reason != 0) continue;
            _requireLanes(lanes, list, points[i].words(), opinions[i].u8());
        }
        Assert.holds(rules.length > 0, "ballots");
    }

    function _requireLanes(
        uint256[] memory lanes,
        uint256[] memory list,
        uint256[] memory points,
        uint256[] memory opinions
    ) private pure {
        uint256 sum = 0;
        for (uint256 place = 0; place < list.length; ++place) {
            uint256 lane = points[place] * 2 ** 24 + opinions[place];
            Assert.equal(lanes[list[place]], lane, "points and opinion");
            sum += lane;
        }
        for (uint256 number = 0; number < lanes.length; ++number) sum -= lanes[number];
        Assert.equal(sum, 0, "nothing beside the list");
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Lists} from "../../../contracts/libraries/Lists.sol";
import {Order} from "../../../contracts/libraries/Order.sol";
import {Ranking} from "../../../contracts/libraries/Ranking.sol";
import {RulesCode} from "../../../contracts/libraries/RulesCode.sol";
import {Selection} from "../../../contracts/libraries/Selection.sol";
import {Rules} from "../../../contracts/types/Rules.sol";
import {State} from "../../../contracts/types/State.sol";
import {Assert} from "../support/Assert.sol";
import {Roster} from "../support/Roster.sol";
import {Vectors} from "../support/Vectors.sol";

/* rankings.json: the order of each half, and who is recommended */
contract RankingVectorsTest {
    using Vectors for string;
    using Vectors for bytes;

    /// @dev One row.
    struct Row {
        Rules rules;
        uint256 n;
        uint256[] order;
        uint256[] positions;
        uint256[] halves;
        uint256[] sums;
        uint256[] counts;
        /// @dev Proposal indices of each half, best first.
        uint256[][2] best;
    }

    State private _state;

    function testOrders() public view {
        string memory json = Vectors.read("rankings");
        uint256 rows = json.numbers("n").length;
        for (uint256 i = 0; i < rows; ++i) {
            Row memory row = _row(json, i);
            _requireHalves(row);
            _requireSorted(row, 0);
            _requireSorted(row, 1);
        }
        Assert.holds(rows > 0, "rankings");
    }

    function testSelections() public {
        string memory json = Vectors.read("rankings");
        uint256[] memory spentFirst = json.numbers("spentFirst");
        uint256[] memory spentSecond = json.numbers("spentSecond");
        bytes[] memory recommended = json.blobs("recommended");
        for (uint256 i = 0; i < recommended.length; ++i) {
            Row memory row = _row(json, i);
            Roster.write(
                _state,
                json.blobs("categories")[i].u16(),
                json.blobs("asks")[i].words(),
                json.blobs("withdrawn")[i].u8()
            );
            (uint256[] memory bits, uint128[2] memory spent) = Selection.select(
                _state,
                row.rules,
                row.best,
                row.counts
            );
            Assert.equal(bits[0], _bits(recommended[i].u16()), "recommended");
            Assert.equal(spent[0], spentFirst[i], "spent in the first half");
            Assert.equal(spent[1], spentSecond[i], "spent in the second half");
        }
    }

    function _requireHalves(Row memory row) private pure {
        Lists.Table memory table;
        table.n = row.n;
        table.half = RulesCode.hasHalves(row.rules) ? (row.n + 1) / 2 : 0;
        table.positions = row.positions;
        for (uint256 index = 0; index < row.n; ++index) {
            Assert.equal(row.order[row.positions[index]], index, "position in the order");
            Assert.equal(Ranking.halfOf(table, index), row.halves[index], "half");
        }
    }

    function _requireSorted(Row memory row, uint256 half) private pure {
        Order.Rule memory rule = Order.Rule({
            order: row.rules.order,
            ties: row.rules.ties,
            neutral: RulesCode.neutralPoints(row.rules, row.n),
            points: row.sums,
            counts: row.counts,
            positions: row.positions
        });
        uint256[] memory best = row.best[half];
        for (uint256 place = 0; place < best.length; ++place) {
            Assert.equal(row.halves[best[place]], half, "half of a place");
            if (place > 0) Assert.holds(Order.isBefore(rule, best[place - 1], best[place]), "strictly in order");
        }
    }

    function _row(string memory json, uint256 i) private pure returns (Row memory row) {
        row.rules = abi.decode(json.blobs("rules")[i], (Rules));
        row.n = json.numbers("n")[i];
        row.order = json.blobs("order")[i].u16();
        row.positions = json.blobs("positions")[i].u16();
        row.halves = json.blobs("halves")[i].u8();
        row.sums = json.blobs("sums")[i].words();
        row.counts = json.blobs("counts")[i].words();
        row.best[0] = _indices(json.blobs("first")[i].u16());
        row.best[1] = _indices(json.blobs("second")[i].u16());
        Assert.equal(row.best[0].length + row.best[1].length, row.n, "every proposal has a place");
    }

    function _indices(uint256[] memory numbers) private pure returns (uint256[] memory indices) {
        indices = numbers;
        for (uint256 i = 0; i < indices.length; ++i) --indices[i];
    }

    function _bits(uint256[] memory numbers) private pure returns (uint256 bits) {
        for (uint256 i = 0; i < numbers.length; ++i) bits |= 1 << (numbers[i] - 1);
    }
}

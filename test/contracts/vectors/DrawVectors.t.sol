// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Draw} from "../../../contracts/libraries/Draw.sol";
import {Lists} from "../../../contracts/libraries/Lists.sol";
import {RulesCode} from "../../../contracts/libraries/RulesCode.sol";
import {Rules} from "../../../contracts/types/Rules.sol";
import {DrawModel} from "../models/DrawModel.sol";
import {Assert} from "../support/Assert.sol";
import {Vectors} from "../support/Vectors.sol";
import {Words} from "../support/Words.sol";

/* seeds.json, draws.json, lists.json
 * The seed's own formula stands in a transaction; the invariants compare it with the model on real draws.
 */
contract DrawVectorsTest {
    using Vectors for string;
    using Vectors for bytes;
    using Words for uint16[];

    function testSeeds() public view {
        string memory json = Vectors.read("seeds");
        uint256[] memory chainIds = json.numbers("chainId");
        address[] memory rounds = json.addresses("round");
        uint256[] memory lottery = json.numbers("lottery");
        bytes32[] memory blockHashes = json.hashes("blockHash");
        bytes32[] memory seeds = json.hashes("seed");
        for (uint256 i = 0; i < seeds.length; ++i) {
            Assert.equal(DrawModel.seedOf(chainIds[i], rounds[i], lottery[i], blockHashes[i]), seeds[i], "seed");
        }
        Assert.holds(seeds.length > 0, "seeds");
    }

    function testDraws() public view {
        string memory json = Vectors.read("draws");
        bytes32[] memory seeds = json.hashes("seed");
        uint256[] memory n = json.numbers("n");
        bytes[] memory encoded = json.blobs("rules");
        bytes[] memory orders = json.blobs("order");
        bytes[] memory offsets = json.blobs("offset");
        for (uint256 i = 0; i < seeds.length; ++i) {
            Rules memory rules = abi.decode(encoded[i], (Rules));
            (bytes memory order, bytes memory offset) = Draw.shuffles(seeds[i], n[i], RulesCode.hasHalves(rules));
            Assert.equal(order, orders[i], "order");
            Assert.equal(offset, offsets[i], "offset");
        }
        Assert.holds(seeds.length > 0, "draws");
    }

    function testLists() public view {
        string memory draws = Vectors.read("draws");
        uint256[] memory n = draws.numbers("n");
        bytes[] memory encoded = draws.blobs("rules");
        bytes[] memory orders = draws.blobs("order");
        bytes[] memory offsets = draws.blobs("offset");
        string memory json = Vectors.read("lists");
        uint256[] memory rows = json.numbers("draw");
        uint256[] memory reviewers = json.numbers("reviewer");
        bytes[] memory lists = json.blobs("list");
        for (uint256 i = 0; i < rows.length; ++i) {
            uint256 row = rows[i];
            Rules memory rules = abi.decode(encoded[row], (Rules));
            Lists.Table memory table = Lists.fromShuffles(rules, n[row], bytes.concat(orders[row], offsets[row]));
            Assert.equal(Lists.listOf(table, reviewers[i] - 1).widen(), lists[i].u16(), "list");
        }
        Assert.holds(rows.length > 0, "lists");
    }
}

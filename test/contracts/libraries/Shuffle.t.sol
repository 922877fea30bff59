// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Shuffle} from "../../../contracts/libraries/Shuffle.sol";
import {DrawModel} from "../models/DrawModel.sol";
import {Assert} from "../support/Assert.sol";

/* Shuffle
 * ├── shuffle → a permutation, the one of docs/protocol.md, another one for the other purpose
 * └── pack, unpack → inverse, also from the middle of the packed bytes
 */
contract ShuffleTest {
    function testShuffleIsAPermutation(bytes32 seed, uint16 size, bool second) public pure {
        uint256 count = size % 1_201;
        uint256[] memory places = Shuffle.shuffle(seed, second ? 2 : 1, count);
        Assert.equal(places.length, count, "length");
        bool[] memory seen = new bool[](count);
        for (uint256 i = 0; i < count; ++i) {
            Assert.holds(!seen[places[i]], "every place once");
            seen[places[i]] = true;
        }
    }

    function testShuffleIsThatOfTheProtocol(bytes32 seed, uint8 count) public pure {
        Assert.equal(Shuffle.shuffle(seed, 1, count), DrawModel.shuffle(seed, 1, count), "order");
        Assert.equal(Shuffle.shuffle(seed, 2, count), DrawModel.shuffle(seed, 2, count), "offset");
    }

    function testSmallShuffles(bytes32 seed) public pure {
        for (uint256 count = 0; count <= 10; ++count) {
            Assert.equal(Shuffle.shuffle(seed, 1, count), DrawModel.shuffle(seed, 1, count), "places");
        }
    }

    function testPackedPlaces(bytes32 seed, uint8 firstSize, uint8 secondSize) public pure {
        uint256[] memory first = Shuffle.shuffle(seed, 1, firstSize);
        uint256[] memory second = Shuffle.shuffle(seed, 2, secondSize);
        bytes memory packed = bytes.concat(Shuffle.pack(first), Shuffle.pack(second));
        Assert.equal(packed.length, 2 * (uint256(firstSize) + secondSize), "length");
        Assert.equal(Shuffle.unpack(packed, 0, firstSize), first, "first part");
        Assert.equal(Shuffle.unpack(packed, firstSize, secondSize), second, "second part");
        for (uint256 i = 0; i < secondSize; ++i) {
            uint256 from = 2 * (firstSize + i);
            Assert.equal(
                uint8(packed[from]) * 256 + uint8(packed[from + 1]),
                second[i],
                "two bytes, the high one first"
            );
        }
    }
}

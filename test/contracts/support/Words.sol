// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Arrays as the libraries take them: the place of the first word in memory
library Words {
    function first(uint256[] memory words) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := add(words, 0x20)
        }
    }

    function widen(uint16[] memory numbers) internal pure returns (uint256[] memory words) {
        words = new uint256[](numbers.length);
        for (uint256 i = 0; i < numbers.length; ++i) words[i] = numbers[i];
    }
}

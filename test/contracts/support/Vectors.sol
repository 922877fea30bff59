// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {vm} from "./Vm.sol";

/// @title The files of test/vectors, column by column (test/vectors/README.md)
library Vectors {
    function read(string memory name) internal view returns (string memory json) {
        return vm.readFile(string.concat("test/vectors/", name, ".json"));
    }

    function numbers(string memory json, string memory field) internal pure returns (uint256[] memory) {
        return vm.parseJsonUintArray(json, string.concat(".", field));
    }

    function hashes(string memory json, string memory field) internal pure returns (bytes32[] memory) {
        return vm.parseJsonBytes32Array(json, string.concat(".", field));
    }

    function addresses(string memory json, string memory field) internal pure returns (address[] memory) {
        return vm.parseJsonAddressArray(json, string.concat(".", field));
    }

    function blobs(string memory json, string memory field) internal pure returns (bytes[] memory) {
        return vm.parseJsonBytesArray(json, string.concat(".", field));
    }

    /// @notice Numbers of two bytes, end to end.
    function u16(bytes memory packed) internal pure returns (uint256[] memory list) {
        list = new uint256[](packed.length / 2);
        for (uint256 i = 0; i < list.length; ++i) list[i] = uint8(packed[2 * i]) * 256 + uint8(packed[2 * i + 1]);
    }

    /// @notice One number a byte.
    function u8(bytes memory packed) internal pure returns (uint256[] memory list) {
        list = new uint256[](packed.length);
        for (uint256 i = 0; i < list.length; ++i) list[i] = uint8(packed[i]);
    }

    function words(bytes memory encoded) internal pure returns (uint256[] memory) {
        return abi.decode(encoded, (uint256[]));
    }
}

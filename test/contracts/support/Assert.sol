// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title What the Solidity tests assert
library Assert {
    error Differs(string what, uint256 actual, uint256 expected);
    error Exceeds(string what, uint256 actual, uint256 most);
    error Broken(string what);

    function equal(uint256 actual, uint256 expected, string memory what) internal pure {
        if (actual != expected) revert Differs(what, actual, expected);
    }

    function equal(bytes32 actual, bytes32 expected, string memory what) internal pure {
        equal(uint256(actual), uint256(expected), what);
    }

    function equal(address actual, address expected, string memory what) internal pure {
        equal(uint160(actual), uint160(expected), what);
    }

    function equal(bytes memory actual, bytes memory expected, string memory what) internal pure {
        equal(keccak256(actual), keccak256(expected), what);
    }

    function equal(uint256[] memory actual, uint256[] memory expected, string memory what) internal pure {
        equal(actual.length, expected.length, what);
        for (uint256 i = 0; i < actual.length; ++i) equal(actual[i], expected[i], what);
    }

    function atMost(uint256 actual, uint256 most, string memory what) internal pure {
        if (actual > most) revert Exceeds(what, actual, most);
    }

    function holds(bool condition, string memory what) internal pure {
        if (!condition) revert Broken(what);
    }
}

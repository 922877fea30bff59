// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title The cheatcodes of the test runner that these tests use
/// @notice Hardhat answers them at one address; names and types are Foundry's.
interface Vm {
    function addr(uint256 secret) external pure returns (address);
    function assume(bool condition) external pure;
    function chainId(uint256 id) external;
    function envOr(string calldata name, uint256 otherwise) external view returns (uint256);
    function etch(address target, bytes calldata code) external;
    function expectRevert(bytes calldata answer) external;
    function expectRevert(bytes4 selector) external;
    function getBlockTimestamp() external view returns (uint256);
    function prank(address sender) external;
    function publicKeyP256(uint256 secret) external pure returns (uint256 x, uint256 y);
    function roll(uint256 number) external;
    function signCompact(uint256 secret, bytes32 digest) external pure returns (bytes32 r, bytes32 vs);
    function signP256(uint256 secret, bytes32 digest) external pure returns (bytes32 r, bytes32 s);
    function store(address target, bytes32 slot, bytes32 value) external;
    function warp(uint256 time) external;

    function getCode(string calldata artifact) external view returns (bytes memory);
    function parseJsonAddressArray(string calldata json, string calldata key) external pure returns (address[] memory);
    function parseJsonBytesArray(string calldata json, string calldata key) external pure returns (bytes[] memory);
    function parseJsonBytes32Array(string calldata json, string calldata key) external pure returns (bytes32[] memory);
    function parseJsonUintArray(string calldata json, string calldata key) external pure returns (uint256[] memory);
    function readFile(string calldata path) external view returns (string memory);
}

/// @dev address(uint160(uint256(keccak256("hevm cheat code"))))
// solhint-disable-next-line const-name-snakecase
Vm constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);

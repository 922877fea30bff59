// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @title A wallet contract with one owner, whose 64-byte signature it accepts
contract Wallet is IERC1271 {
    address private immutable OWNER;

    constructor(address owner) {
        OWNER = owner;
    }

    /// @inheritdoc IERC1271
    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        if (signature.length != 64) return 0;
        bytes32 vs = bytes32(signature[32:]);
        uint8 v = uint8(27 + (uint256(vs) >> 255));
        address signer = ecrecover(hash, v, bytes32(signature[:32]), vs & bytes32(type(uint256).max >> 1));
        return signer == OWNER ? IERC1271.isValidSignature.selector : bytes4(0);
    }
}

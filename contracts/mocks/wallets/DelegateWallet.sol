// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @title The code that an account puts on under EIP-7702
/// @notice Its ERC-1271 signatures are the account's own, over a hash that names the account: not those it makes bare.
/// @dev Tests only, never deployed with a round.
contract DelegateWallet is IERC1271 {
    /// @inheritdoc IERC1271
    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        (address signer, , ) = ECDSA.tryRecover(ownHash(hash), signature);
        return signer == address(this) ? IERC1271.isValidSignature.selector : bytes4(0);
    }

    function ownHash(bytes32 hash) public view returns (bytes32) {
        return keccak256(abi.encode(address(this), hash));
    }
}

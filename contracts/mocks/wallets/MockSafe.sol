// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";

/// @title A wallet like a Safe
/// @notice Owners with a threshold act by `execTransaction` and sign by ERC-1271, over the typed data of Safe 1.4: the
/// Safe's own domain, `SafeTx` and `SafeMessage`. Plain calls and owners' ECDSA signatures only.
/// @dev Tests only, never deployed with a round.
contract MockSafe is IERC1271 {
    bytes32 private constant DOMAIN_TYPEHASH = keccak256("EIP712Domain(uint256 chainId,address verifyingContract)");
    bytes32 private constant MESSAGE_TYPEHASH = keccak256("SafeMessage(bytes message)");
    bytes32 private constant TRANSACTION_TYPEHASH = keccak256(
        "SafeTx(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,uint256 gasPrice,address gasToken,address refundReceiver,uint256 nonce)"
    );
    uint256 private constant SIGNATURE = 65;

    uint256 public immutable THRESHOLD;
    uint256 public nonce;
    mapping(address owner => bool isOne) public isOwner;

    error MockSafe_Signatures();

    constructor(address[] memory owners, uint256 threshold) {
        for (uint256 i = 0; i < owners.length; ++i) isOwner[owners[i]] = true;
        THRESHOLD = threshold;
    }

    function execTransaction(
        address to,
        bytes calldata data,
        bytes calldata signatures
    ) external returns (bytes memory) {
        if (!_areSigned(transactionHash(to, data, nonce), signatures)) revert MockSafe_Signatures();
        ++nonce;
        return Address.functionCall(to, data);
    }

    /// @inheritdoc IERC1271
    function isValidSignature(bytes32 hash, bytes calldata signatures) external view returns (bytes4) {
        return _areSigned(messageHash(hash), signatures) ? IERC1271.isValidSignature.selector : bytes4(0);
    }

    function transactionHash(address to, bytes calldata data, uint256 nonce_) public view returns (bytes32) {
        return _digest(keccak256(abi.encode(TRANSACTION_TYPEHASH, to, 0, keccak256(data), 0, 0, 0, 0, 0, 0, nonce_)));
    }

    function messageHash(bytes32 hash) public view returns (bytes32) {
        return _digest(keccak256(abi.encode(MESSAGE_TYPEHASH, keccak256(abi.encode(hash)))));
    }

    /// @dev As many signatures as the threshold asks for, by the owners' rising addresses.
    function _areSigned(bytes32 hash, bytes calldata signatures) private view returns (bool) {
        if (signatures.length < THRESHOLD * SIGNATURE) return false;
        address last = address(0);
        for (uint256 i = 0; i < THRESHOLD; ++i) {
            bytes calldata signature = signatures[i * SIGNATURE:(i + 1) * SIGNATURE];
            (address owner, , ) = ECDSA.tryRecover(hash, signature);
            if (owner <= last || !isOwner[owner]) return false;
            last = owner;
        }
        return true;
    }

    function _digest(bytes32 structHash) private view returns (bytes32) {
        bytes32 domain = keccak256(abi.encode(DOMAIN_TYPEHASH, block.chainid, address(this)));
        return MessageHashUtils.toTypedDataHash(domain, structHash);
    }
}

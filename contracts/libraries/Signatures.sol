// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {IERC7913SignatureVerifier} from "@openzeppelin/contracts/interfaces/IERC7913.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {IRoundErrors} from "../interfaces/IRoundErrors.sol";
import {RulesCode} from "./RulesCode.sol";

/// @title Whose signature is it
/// @notice Three kinds of signature under one 20-byte key (docs/protocol.md, "Keys and signatures"). OpenZeppelin's
/// SignatureChecker is not used: it never tries ECDSA for an account under EIP-7702.
library Signatures {
    uint256 internal constant ACCOUNT = 0;
    uint256 internal constant CONTRACT = 1;
    uint256 internal constant VERIFIER = 2;

    /// @notice Gas that a wallet contract or a verifier gets, always in full: a batch cannot be starved so that an
    /// honest signature fails, and a wallet that burns gas burns no more than this.
    uint256 internal constant FOREIGN_GAS = 250_000;
    /// @dev What the EVM holds back (1/64) and what the call itself costs.
    uint256 private constant FOREIGN_GAS_NEEDED = (FOREIGN_GAS * 64) / 63 + 10_000;

    /// @notice Reverts unless `key` itself sends with an empty signature, or signed `hash`.
    function requireKey(address key, bytes32 hash, bytes calldata signature) internal view {
        if (signature.length == 0 && msg.sender == key && key != address(0)) return;
        if (signature.length == 0 || !isValid(key, hash, uint8(signature[0]), signature[1:])) {
            revert IRoundErrors.Round_BadSignature(key);
        }
    }

    /// @notice True if `body` is a signature of this kind by `key`. Zero never signs.
    function isValid(address key, bytes32 hash, uint256 kind, bytes calldata body) internal view returns (bool) {
        if (key == address(0)) return false;
        if (kind == ACCOUNT) return body.length == 64 && recover(hash, bytes32(body[:32]), bytes32(body[32:])) == key;
        if (kind == CONTRACT) {
            return
                _answers(
                    key,
                    abi.encodeCall(IERC1271.isValidSignature, (hash, body)),
                    IERC1271.isValidSignature.selector
                );
        }
        if (kind == VERIFIER) return _isValidSigner(key, hash, body);
        return false;
    }

    /// @notice The account that signed, or zero.
    function recover(bytes32 hash, bytes32 r, bytes32 vs) internal pure returns (address signer) {
        (signer, , ) = ECDSA.tryRecover(hash, r, vs);
    }

    /// @dev body = length of the signer (2) ‖ verifier (20) ‖ public key ‖ signature.
    function _isValidSigner(address key, bytes32 hash, bytes calldata body) private view returns (bool) {
        if (body.length < 2) return false;
        uint256 end = 2 + uint256(uint16(bytes2(body[:2])));
        if (end < 22 || body.length < end) return false;
        bytes calldata signer = body[2:end];
        if (address(uint160(uint256(keccak256(signer)))) != key) return false;
        address verifier = address(bytes20(signer[:20]));
        if (!_isListed(verifier)) return false;
        return
            _answers(
                verifier,
                abi.encodeCall(IERC7913SignatureVerifier.verify, (signer[20:], hash, body[end:])),
                IERC7913SignatureVerifier.verify.selector
            );
    }

    function _isListed(address verifier) private view returns (bool) {
        address[] memory verifiers = RulesCode.load().verifiers;
        for (uint256 i = 0; i < verifiers.length; ++i) {
            if (verifiers[i] == verifier) return true;
        }
        return false;
    }

    /// @dev STATICCALL: nothing can be re-entered with effect. One word of answer is copied, so a large answer costs
    /// its sender. The memory of the call is given back: a page holds hundreds of signatures.
    function _answers(address target, bytes memory data, bytes4 magic) private view returns (bool) {
        uint256 available = gasleft();
        if (available < FOREIGN_GAS_NEEDED) revert IRoundErrors.Round_ForeignGas(available, FOREIGN_GAS_NEEDED);
        bool success;
        bytes32 answer;
        uint256 size;
        assembly ("memory-safe") {
            success := staticcall(FOREIGN_GAS, target, add(data, 0x20), mload(data), 0x00, 0x20)
            size := returndatasize()
            answer := mload(0x00)
            mstore(0x40, data)
        }
        return success && size >= 32 && answer == bytes32(magic);
    }
}

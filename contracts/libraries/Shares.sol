// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {P256} from "@openzeppelin/contracts/utils/cryptography/P256.sol";
import {Point} from "../types/Round.sol";

/// @title Secrets of P-256, checked on chain
/// @notice There is no scalar multiplication precompile, but ECDSA verification of a signature under nonce 1 does it:
/// with r = x(G) and s = h + r·d, verification under V accepts iff (h·G + r·V) = ±s·G, that is V = d·G or
/// V = −(d + 2h/r)·G. Two different h leave only the first.
library Shares {
    /// @dev Order of P-256.
    uint256 internal constant ORDER = P256.N;
    /// @dev x of the base point, below the order.
    uint256 private constant GX = 0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296;

    /// @notice True if `secret`·G = `point`.
    function isSecretOf(uint256 secret, Point memory point) internal view returns (bool) {
        if (secret == 0 || secret >= ORDER) return false;
        return _accepts(keccak256("dure share 1"), secret, point) && _accepts(keccak256("dure share 2"), secret, point);
    }

    /// @notice Σ λᵢ·sᵢ mod order, the secret of which `shares[i]` is the value at `numbers[i]` (Lagrange at 0).
    function combine(uint256[] memory numbers, uint256[] memory shares) internal view returns (uint256 secret) {
        for (uint256 i = 0; i < numbers.length; ++i) {
            uint256 numerator = 1;
            uint256 denominator = 1;
            for (uint256 j = 0; j < numbers.length; ++j) {
                if (j == i) continue;
                numerator = mulmod(numerator, numbers[j], ORDER);
                denominator = mulmod(denominator, addmod(numbers[j], ORDER - numbers[i], ORDER), ORDER);
            }
            uint256 lambda = mulmod(numerator, Math.invModPrime(denominator, ORDER), ORDER);
            secret = addmod(secret, mulmod(lambda, shares[i], ORDER), ORDER);
        }
    }

    function _accepts(bytes32 hash, uint256 secret, Point memory point) private view returns (bool) {
        uint256 s = addmod(uint256(hash), mulmod(GX, secret, ORDER), ORDER);
        if (s > ORDER / 2) s = ORDER - s;
        return P256.verify(hash, bytes32(GX), bytes32(s), point.x, point.y);
    }
}

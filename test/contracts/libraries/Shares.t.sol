// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {P256} from "@openzeppelin/contracts/utils/cryptography/P256.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Shares} from "../../../contracts/libraries/Shares.sol";
import {Point} from "../../../contracts/types/Round.sol";
import {Assert} from "../support/Assert.sol";
import {Dice} from "../support/Dice.sol";
import {vm} from "../support/Vm.sol";

/* Shares
 * ├── isSecretOf
 * │   ├── when the secret makes the point → true
 * │   ├── when it is another, its negative, zero or beyond the order → false
 * │   ├── when it is −s − 2h/r for one of the two h, which a single signature would accept → false
 * │   └── when the point is not on the curve → false
 * └── combine → any t shares of one polynomial give its secret; t − 1, or one wrong, do not
 */
contract SharesTest {
    using Dice for Dice.Cup;

    uint256 private constant Q = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551;
    uint256 private constant GX = 0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296;

    function testSecretOfItsPoint(uint256 seed) public view {
        uint256 secret = _secret(seed);
        Point memory point = _point(secret);
        Assert.holds(Shares.isSecretOf(secret, point), "its secret");
        uint256 other = _secret(uint256(keccak256(abi.encode(seed))));
        if (other != secret) Assert.holds(!Shares.isSecretOf(other, point), "another secret");
        Assert.holds(!Shares.isSecretOf(Q - secret, point), "the negative");
        Assert.holds(secret == Q - 1 || !Shares.isSecretOf(secret + 1, point), "one more");
        Assert.holds(!Shares.isSecretOf(0, point), "zero");
        Assert.holds(!Shares.isSecretOf(Q, point), "the order");
        if (secret <= type(uint256).max - Q) Assert.holds(!Shares.isSecretOf(secret + Q, point), "beyond the order");
        point.y = bytes32(uint256(point.y) ^ 1);
        Assert.holds(!Shares.isSecretOf(secret, point), "off the curve");
    }

    function testSmallestAndLargestSecret() public view {
        Assert.holds(Shares.isSecretOf(1, _point(1)), "one");
        Assert.holds(Shares.isSecretOf(Q - 1, _point(Q - 1)), "the order less one");
        Assert.holds(!Shares.isSecretOf(1, _point(Q - 1)), "one for the order less one");
    }

    /// @dev The control shows that the attack is real: one signature alone accepts it.
    function testForgeryForOneHash(uint256 seed) public view {
        uint256 secret = _secret(seed);
        Point memory point = _point(secret);
        bytes32[2] memory hashes = [keccak256("dure share 1"), keccak256("dure share 2")];
        for (uint256 i = 0; i < 2; ++i) {
            uint256 twice = addmod(uint256(hashes[i]), uint256(hashes[i]), Q);
            uint256 shift = mulmod(twice, Math.invModPrime(GX, Q), Q);
            uint256 forged = Q - addmod(secret, shift, Q);
            Assert.holds(_signatureAlone(hashes[i], forged, point), "one signature accepts the forgery");
            Assert.holds(!_signatureAlone(hashes[1 - i], forged, point), "the other one does not");
            Assert.holds(!Shares.isSecretOf(forged, point), "forged");
        }
    }

    function testAnySharesMakeTheSecret(uint256 seed) public view {
        Dice.Cup memory dice = Dice.cup(seed);
        uint256 threshold = dice.between(2, 6);
        uint256[] memory polynomial = _polynomial(dice, threshold);
        (uint256[] memory numbers, uint256[] memory shares) = _someShares(dice, polynomial, threshold);
        uint256 secret = Shares.combine(numbers, shares);
        Assert.equal(secret, polynomial[0], "secret");
        if (secret != 0) Assert.holds(Shares.isSecretOf(secret, _point(polynomial[0])), "secret of the group key");
        uint256 place = dice.between(0, threshold - 1);
        shares[place] = addmod(shares[place], 1, Q);
        Assert.holds(Shares.combine(numbers, shares) != polynomial[0], "with a wrong share");
    }

    function testTooFewSharesMakeAnother(uint256 seed) public view {
        Dice.Cup memory dice = Dice.cup(seed);
        uint256 threshold = dice.between(2, 6);
        uint256[] memory polynomial = _polynomial(dice, threshold);
        (uint256[] memory numbers, uint256[] memory shares) = _someShares(dice, polynomial, threshold - 1);
        Assert.holds(Shares.combine(numbers, shares) != polynomial[0], "one share too few");
    }

    function testSingleTrustee(uint256 seed) public view {
        uint256[] memory numbers = new uint256[](1);
        uint256[] memory shares = new uint256[](1);
        (numbers[0], shares[0]) = (1, _secret(seed));
        Assert.equal(Shares.combine(numbers, shares), shares[0], "its only share");
    }

    function _signatureAlone(bytes32 hash, uint256 secret, Point memory point) private view returns (bool) {
        uint256 s = addmod(uint256(hash), mulmod(GX, secret, Q), Q);
        return P256.verify(hash, bytes32(GX), bytes32(s > Q / 2 ? Q - s : s), point.x, point.y);
    }

    /// @dev Values of the polynomial at `count` different trustee numbers.
    function _someShares(
        Dice.Cup memory dice,
        uint256[] memory polynomial,
        uint256 count
    ) private pure returns (uint256[] memory numbers, uint256[] memory shares) {
        uint256[] memory order = dice.permutation(15);
        numbers = new uint256[](count);
        shares = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) {
            numbers[i] = order[i] + 1;
            for (uint256 k = polynomial.length; k > 0; --k) {
                shares[i] = addmod(mulmod(shares[i], numbers[i], Q), polynomial[k - 1], Q);
            }
        }
    }

    function _polynomial(Dice.Cup memory dice, uint256 count) private pure returns (uint256[] memory coefficients) {
        coefficients = new uint256[](count);
        for (uint256 k = 0; k < count; ++k) coefficients[k] = _secret(dice.word());
    }

    function _secret(uint256 seed) private pure returns (uint256) {
        return (seed % (Q - 1)) + 1;
    }

    function _point(uint256 secret) private pure returns (Point memory) {
        (uint256 x, uint256 y) = vm.publicKeyP256(secret);
        return Point({x: bytes32(x), y: bytes32(y)});
    }
}

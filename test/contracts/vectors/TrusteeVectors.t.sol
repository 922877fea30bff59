// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Shares} from "../../../contracts/libraries/Shares.sol";
import {Trustees} from "../../../contracts/libraries/Trustees.sol";
import {Point, TrusteeKeys} from "../../../contracts/types/Round.sol";
import {Assert} from "../support/Assert.sol";
import {Vectors} from "../support/Vectors.sol";

/* shares.json, attempts.json: key generation, and the release of its shares */
contract TrusteeVectorsTest {
    using Vectors for string;
    using Vectors for bytes;

    /// @dev One attempt of key generation.
    struct Attempt {
        uint32 number;
        uint8 threshold;
        address[] trustees;
        bytes packages;
        bytes messages;
    }

    function testShares() public view {
        string memory json = Vectors.read("shares");
        bytes[] memory numbers = json.blobs("numbers");
        bytes[] memory shares = json.blobs("shares");
        bytes[] memory verifyingX = json.blobs("verifyingX");
        bytes[] memory verifyingY = json.blobs("verifyingY");
        bytes32[] memory secrets = json.hashes("secret");
        bytes32[] memory keyX = json.hashes("keyX");
        bytes32[] memory keyY = json.hashes("keyY");
        for (uint256 i = 0; i < secrets.length; ++i) {
            _requireShares(shares[i].words(), verifyingX[i].words(), verifyingY[i].words());
            uint256 secret = Shares.combine(numbers[i].words(), shares[i].words());
            Assert.equal(secret, uint256(secrets[i]), "secret");
            Assert.holds(Shares.isSecretOf(secret, Point({x: keyX[i], y: keyY[i]})), "secret of the group key");
        }
        Assert.holds(secrets.length > 0, "quorums");
    }

    function testAttempts() public view {
        string memory json = Vectors.read("attempts");
        bytes32[] memory transcripts = json.hashes("transcript");
        bytes32[] memory digests = json.hashes("keysDigest");
        bytes[] memory keys = json.blobs("keys");
        for (uint256 i = 0; i < transcripts.length; ++i) {
            Attempt memory attempt = _attempt(json, i);
            Assert.equal(_transcript(json.hashes("domainSeparator")[i], attempt), transcripts[i], "transcript");
            TrusteeKeys memory decoded = abi.decode(keys[i], (TrusteeKeys));
            bytes32 digest = keccak256(abi.encode(attempt.number, transcripts[i], decoded));
            Assert.equal(digest, digests[i], "digest of the keys");
            Assert.equal(decoded.ballotShares.length, attempt.trustees.length, "verifying shares");
        }
        Assert.holds(transcripts.length > 0, "attempts");
    }

    function testTransportSecrets() public view {
        string memory json = Vectors.read("attempts");
        bytes[] memory secrets = json.blobs("transportSecrets");
        for (uint256 i = 0; i < secrets.length; ++i) {
            Attempt memory attempt = _attempt(json, i);
            uint256[] memory own = secrets[i].words();
            for (uint256 k = 0; k < own.length; ++k) {
                bytes memory package = _part(attempt.packages, k, attempt.trustees.length);
                Point memory transportKey = abi.decode(package, (Point));
                Assert.holds(Shares.isSecretOf(own[k], transportKey), "secret of the transport key");
            }
        }
    }

    function _requireShares(uint256[] memory shares, uint256[] memory x, uint256[] memory y) private view {
        for (uint256 k = 0; k < shares.length; ++k) {
            Point memory point = Point({x: bytes32(x[k]), y: bytes32(y[k])});
            Assert.holds(Shares.isSecretOf(shares[k], point), "share of its verifying share");
        }
    }

    /// @dev As if every step came in the order of the trustees.
    function _transcript(bytes32 domain, Attempt memory attempt) private pure returns (bytes32 t) {
        uint256 count = attempt.trustees.length;
        t = keccak256(abi.encode(domain, attempt.number, attempt.trustees, attempt.threshold));
        for (uint256 k = 0; k < count; ++k) {
            t = keccak256(abi.encode(t, 1, k + 1, keccak256(_part(attempt.packages, k, count))));
        }
        for (uint256 k = 0; k < count && count > 1; ++k) {
            t = keccak256(abi.encode(t, 2, k + 1, keccak256(_part(attempt.messages, k, count))));
        }
    }

    function _attempt(string memory json, uint256 i) private pure returns (Attempt memory attempt) {
        attempt.number = uint32(json.numbers("attempt")[i]);
        attempt.threshold = uint8(json.numbers("threshold")[i]);
        attempt.trustees = abi.decode(json.blobs("trustees")[i], (address[]));
        attempt.packages = json.blobs("packages")[i];
        attempt.messages = json.blobs("messages")[i];
        uint256 count = attempt.trustees.length;
        Assert.equal(attempt.packages.length, count * Trustees.packageLength(attempt.threshold), "packages");
        Assert.equal(attempt.messages.length, count * (count - 1) * 113, "messages");
    }

    /// @dev Part `index` of `count` equally long ones.
    function _part(bytes memory whole, uint256 index, uint256 count) private pure returns (bytes memory part) {
        uint256 length = whole.length / count;
        part = new bytes(length);
        for (uint256 i = 0; i < length; ++i) part[i] = whole[index * length + i];
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC7913P256Verifier} from "@openzeppelin/contracts/utils/cryptography/verifiers/ERC7913P256Verifier.sol";
import {Ballots} from "../../../contracts/libraries/Ballots.sol";
import {Signatures} from "../../../contracts/libraries/Signatures.sol";
import {TypedData} from "../../../contracts/libraries/TypedData.sol";
import {Assert} from "../support/Assert.sol";
import {Vectors} from "../support/Vectors.sol";

/* ballots.json, pages.json: what a reviewer signs, and what is stored of a page */
contract BallotVectorsTest {
    using Vectors for string;
    using Vectors for bytes;

    function testDigests() public view {
        string memory json = Vectors.read("ballots");
        uint256[] memory reviewers = json.numbers("reviewer");
        uint256[] memory versions = json.numbers("version");
        bytes32[] memory seals = json.hashes("seal");
        bytes[] memory envelopes = json.blobs("envelope");
        bytes32[] memory domains = json.hashes("domainSeparator");
        bytes32[] memory digests = json.hashes("digest");
        for (uint256 i = 0; i < digests.length; ++i) {
            bytes32 hash = TypedData.ballotHash(reviewers[i], versions[i], seals[i], keccak256(envelopes[i]));
            Assert.equal(TypedData.digestIn(domains[i], hash), digests[i], "digest");
            Assert.equal(envelopes[i].length, Ballots.envelopeLength(json.blobs("values")[i].length), "envelope");
        }
        Assert.holds(digests.length > 0, "ballots");
    }

    function testSignatures() public {
        string memory json = Vectors.read("ballots");
        uint256[] memory kinds = json.numbers("kind");
        bytes[] memory bodies = json.blobs("body");
        address[] memory keys = json.addresses("key");
        bytes32[] memory digests = json.hashes("digest");
        ERC7913P256Verifier verifier = new ERC7913P256Verifier();
        for (uint256 i = 0; i < kinds.length; ++i) {
            if (kinds[i] == Signatures.ACCOUNT) {
                (bytes32 r, bytes32 vs) = abi.decode(bodies[i], (bytes32, bytes32));
                Assert.equal(Signatures.recover(digests[i], r, vs), keys[i], "account");
            } else if (kinds[i] == Signatures.VERIFIER) {
                _requireSigner(verifier, bodies[i], digests[i], keys[i]);
            }
        }
    }

    function testPages() public view {
        string memory json = Vectors.read("pages");
        bytes[] memory batches = json.blobs("batch");
        bytes32[] memory batchHashes = json.hashes("batchHash");
        bytes[] memory heads = json.blobs("heads");
        uint256[] memory ballots = json.numbers("ballots");
        bytes32[] memory digests = json.hashes("digest");
        for (uint256 i = 0; i < digests.length; ++i) {
            Assert.equal(keccak256(batches[i]), batchHashes[i], "hash of the batch");
            Assert.equal(heads[i].length, ballots[i] * Ballots.HEAD, "a head for each ballot");
            Assert.equal(Ballots.digest(heads[i], batchHashes[i]), digests[i], "page");
        }
        Assert.holds(digests.length > 0, "pages");
    }

    /// @dev body = length of the signer (2) ‖ verifier (20) ‖ public key (64) ‖ signature (64).
    function _requireSigner(ERC7913P256Verifier verifier, bytes memory body, bytes32 digest, address key) private view {
        Assert.equal(body.length, 150, "length of a P-256 body");
        Assert.equal(uint8(body[0]) * 256 + uint8(body[1]), 84, "length of the signer");
        Assert.equal(address(uint160(uint256(keccak256(_part(body, 2, 84))))), key, "key of the signer");
        bytes4 answer = verifier.verify(_part(body, 22, 64), digest, _part(body, 86, 64));
        Assert.holds(answer == verifier.verify.selector, "signature");
    }

    function _part(bytes memory whole, uint256 start, uint256 length) private pure returns (bytes memory part) {
        part = new bytes(length);
        for (uint256 i = 0; i < length; ++i) part[i] = whole[start + i];
    }
}

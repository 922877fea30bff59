// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TypedData} from "../../../contracts/libraries/TypedData.sol";
import {Registration} from "../../../contracts/types/Round.sol";
import {Assert} from "../support/Assert.sol";
import {Vectors} from "../support/Vectors.sol";
import {vm} from "../support/Vm.sol";

/* typedData.json, seals.json: the domain, and what is signed in it */
contract TypedDataVectorsTest {
    using Vectors for string;
    using Vectors for bytes;

    /// @dev Called at the round of the vectors, which gets this contract's code.
    function separator() external view returns (bytes32) {
        return TypedData.domainSeparator();
    }

    function testDomain() public {
        string memory json = Vectors.read("typedData");
        address round = json.addresses("round")[0];
        vm.chainId(json.numbers("chainId")[0]);
        vm.etch(round, address(this).code);
        Assert.equal(TypedDataVectorsTest(round).separator(), _domain(json), "domain separator");
    }

    function testProposals() public view {
        string memory json = Vectors.read("typedData");
        uint256[] memory versions = json.numbers("proposalVersion");
        bytes32[] memory digests = json.hashes("proposalDigest");
        uint256[] memory categories = json.numbers("proposalCategory");
        uint256[] memory asks = json.numbers("proposalAsk");
        bytes32[] memory signed = json.hashes("proposalSigned");
        for (uint256 i = 0; i < signed.length; ++i) {
            Registration memory registration = Registration({
                version: uint32(versions[i]),
                digest: digests[i],
                category: uint16(categories[i]),
                ask: uint128(asks[i])
            });
            bytes32 hash = TypedData.proposalHash(registration);
            Assert.equal(TypedData.digestIn(_domain(json), hash), signed[i], "proposal");
        }
        Assert.holds(signed.length > 0, "proposals");
    }

    function testWithdrawals() public view {
        string memory json = Vectors.read("typedData");
        uint256[] memory versions = json.numbers("withdrawalVersion");
        bytes32[] memory signed = json.hashes("withdrawalSigned");
        for (uint256 i = 0; i < signed.length; ++i) {
            bytes32 hash = TypedData.withdrawalHash(uint32(versions[i]));
            Assert.equal(TypedData.digestIn(_domain(json), hash), signed[i], "withdrawal");
        }
        Assert.holds(signed.length > 0, "withdrawals");
    }

    function testOpeningsAndObjections() public view {
        string memory json = Vectors.read("typedData");
        uint256[] memory reviewers = json.numbers("openingReviewer");
        bytes32[] memory seals = json.hashes("openingSeal");
        bytes32[] memory signed = json.hashes("openingSigned");
        for (uint256 i = 0; i < signed.length; ++i) {
            bytes32 hash = TypedData.openingHash(reviewers[i], seals[i]);
            Assert.equal(TypedData.digestIn(_domain(json), hash), signed[i], "opening");
        }
        bytes32[] memory digests = json.hashes("objectionDigest");
        bytes32[] memory objections = json.hashes("objectionSigned");
        for (uint256 i = 0; i < objections.length; ++i) {
            bytes32 hash = TypedData.objectionHash(digests[i]);
            Assert.equal(TypedData.digestIn(_domain(json), hash), objections[i], "objection");
        }
        Assert.holds(signed.length > 0 && objections.length > 0, "openings and objections");
    }

    function testSeals() public view {
        string memory json = Vectors.read("seals");
        uint256[] memory reviewers = json.numbers("reviewer");
        bytes[] memory proposals = json.blobs("proposals");
        bytes[] memory values = json.blobs("values");
        bytes[] memory salts = json.blobs("salt");
        bytes32[] memory seals = json.hashes("seal");
        for (uint256 i = 0; i < seals.length; ++i) {
            bytes32 list = keccak256(abi.encodePacked(proposals[i].u16()));
            bytes32 given = keccak256(abi.encodePacked(values[i].u8()));
            Assert.equal(TypedData.scoresHash(reviewers[i], list, given, bytes32(salts[i])), seals[i], "seal");
        }
        Assert.holds(seals.length > 0, "seals");
    }

    function _domain(string memory json) private pure returns (bytes32) {
        return json.hashes("domainSeparator")[0];
    }
}

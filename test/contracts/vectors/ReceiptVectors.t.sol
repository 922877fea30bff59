// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {ReceiptData} from "../../../contracts/libraries/ReceiptData.sol";
import {TypedData} from "../../../contracts/libraries/TypedData.sol";
import {Receipt} from "../../../contracts/types/Receipt.sol";
import {Assert} from "../support/Assert.sol";
import {Vectors} from "../support/Vectors.sol";
import {vm} from "../support/Vm.sol";

/* receipts.json: what a relayer signs */
contract ReceiptVectorsTest {
    using Vectors for string;

    /// @dev Called at the receipts of the vectors, which get this contract's code.
    function separator() external view returns (bytes32) {
        return TypedData.domainSeparator();
    }

    function testDomain() public {
        string memory json = Vectors.read("receipts");
        address receipts = json.addresses("receipts")[0];
        vm.chainId(json.numbers("chainId")[0]);
        vm.etch(receipts, address(this).code);
        Assert.equal(ReceiptVectorsTest(receipts).separator(), json.hashes("domainSeparator")[0], "domain separator");
    }

    function testReceipts() public view {
        string memory json = Vectors.read("receipts");
        bytes32[] memory domains = json.hashes("domainSeparator");
        bytes32[] memory digests = json.hashes("digest");
        bytes[] memory signatures = json.blobs("signature");
        address[] memory relayers = json.addresses("relayer");
        for (uint256 i = 0; i < digests.length; ++i) {
            bytes32 digest = TypedData.digestIn(domains[i], ReceiptData.receiptHash(_receipt(json, i)));
            Assert.equal(digest, digests[i], "digest");
            Assert.equal(ECDSA.recover(digest, signatures[i]), relayers[i], "relayer");
        }
        Assert.holds(digests.length > 0, "receipts");
    }

    function _receipt(string memory json, uint256 i) private pure returns (Receipt memory) {
        return
            Receipt({
                round: json.addresses("round")[i],
                reviewer: uint32(json.numbers("reviewer")[i]),
                version: uint8(json.numbers("version")[i]),
                ballot: json.hashes("ballot")[i],
                includeBy: uint64(json.numbers("includeBy")[i])
            });
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {Registration} from "../types/Round.sol";

/// @title What is signed
/// @notice The EIP-712 types of a round. Flat arrays only: nested arrays of structs break in several wallets.
library TypedData {
    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant NAME_HASH = keccak256("Dure");
    bytes32 private constant VERSION_HASH = keccak256("1");

    bytes32 private constant PROPOSAL_TYPEHASH = keccak256(
        "Proposal(uint32 version,bytes32 digest,uint16 category,uint128 ask)"
    );
    bytes32 private constant WITHDRAWAL_TYPEHASH = keccak256("Withdrawal(uint32 version)");
    bytes32 private constant OPENING_TYPEHASH = keccak256("Opening(uint32 reviewer,bytes32 seal)");
    bytes32 private constant OBJECTION_TYPEHASH = keccak256("Objection(bytes32 digest)");

    bytes32 internal constant SCORES_TYPEHASH = keccak256(
        "Scores(uint32 reviewer,uint16[] proposals,uint8[] values,bytes32 salt)"
    );
    bytes32 internal constant BALLOT_TYPEHASH = keccak256(
        "Ballot(uint32 reviewer,uint8 version,Scores scores,bytes32 envelope)Scores(uint32 reviewer,uint16[] proposals,uint8[] values,bytes32 salt)"
    );

    /// @dev From the running chain's id, never stored: after a chain split the two sides differ.
    function domainSeparator() internal view returns (bytes32) {
        return keccak256(abi.encode(DOMAIN_TYPEHASH, NAME_HASH, VERSION_HASH, block.chainid, address(this)));
    }

    function digest(bytes32 structHash) internal view returns (bytes32) {
        return digestIn(domainSeparator(), structHash);
    }

    function digestIn(bytes32 domain, bytes32 structHash) internal pure returns (bytes32) {
        return MessageHashUtils.toTypedDataHash(domain, structHash);
    }

    function proposalHash(Registration memory registration) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    PROPOSAL_TYPEHASH,
                    registration.version,
                    registration.digest,
                    registration.category,
                    registration.ask
                )
            );
    }

    function withdrawalHash(uint32 version) internal pure returns (bytes32) {
        return keccak256(abi.encode(WITHDRAWAL_TYPEHASH, version));
    }

    function ballotHash(
        uint256 reviewer,
        uint256 version,
        bytes32 seal,
        bytes32 envelope
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(BALLOT_TYPEHASH, reviewer, version, seal, envelope));
    }

    function scoresHash(
        uint256 reviewer,
        bytes32 proposals,
        bytes32 values,
        bytes32 salt
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(SCORES_TYPEHASH, reviewer, proposals, values, salt));
    }

    function openingHash(uint256 reviewer, bytes32 seal) internal pure returns (bytes32) {
        return keccak256(abi.encode(OPENING_TYPEHASH, reviewer, seal));
    }

    function objectionHash(bytes32 digest_) internal pure returns (bytes32) {
        return keccak256(abi.encode(OBJECTION_TYPEHASH, digest_));
    }
}

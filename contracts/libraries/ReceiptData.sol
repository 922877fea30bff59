// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Receipt} from "../types/Receipt.sol";

/// @title What a relayer signs
/// @notice Apart from {TypedData}, whose types are those of a round: a round's code does not change with this one. The
/// domain is made in the same way, with the address of Receipts in place of the round's.
library ReceiptData {
    bytes32 private constant RECEIPT_TYPEHASH = keccak256(
        "Receipt(address round,uint32 reviewer,uint8 version,bytes32 ballot,uint64 includeBy)"
    );

    function receiptHash(Receipt memory receipt) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    RECEIPT_TYPEHASH,
                    receipt.round,
                    receipt.reviewer,
                    receipt.version,
                    receipt.ballot,
                    receipt.includeBy
                )
            );
    }
}

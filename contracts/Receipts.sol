// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {IReceipts} from "./interfaces/IReceipts.sol";
import {IRound} from "./interfaces/IRound.sol";
import {IRoundFactory} from "./interfaces/IRoundFactory.sol";
import {ReceiptData} from "./libraries/ReceiptData.sol";
import {TypedData} from "./libraries/TypedData.sol";
import {Receipt} from "./types/Receipt.sol";
import {Phase} from "./types/Round.sol";

/// @title Makes the receipts of relayers binding
contract Receipts is IReceipts {
    uint256 private constant MAX_URL = 256;

    IRoundFactory private immutable FACTORY;

    mapping(address relayer => string url) private _urls;
    mapping(address relayer => uint256 count) private _broken;
    /// @dev A promise is a relayer, round, reviewer and version, not a receipt: a reviewer that hands in one ballot ten
    /// times, or ten ballots of one version, gets ten receipts for one promise.
    mapping(bytes32 promiseId => bool isBroken) private _isBroken;

    /// @param factory_ The factory whose rounds count.
    constructor(IRoundFactory factory_) {
        FACTORY = factory_;
    }

    /// @inheritdoc IReceipts
    function register(string calldata url) external {
        uint256 length = bytes(url).length;
        if (length > MAX_URL) revert Receipts_UrlLength(length, MAX_URL);
        _urls[msg.sender] = url;
        emit RelayerRegistered(msg.sender, url);
    }

    /// @inheritdoc IReceipts
    function challenge(address relayer, Receipt calldata receipt, bytes calldata signature) external {
        // First of all: a round that anyone could write would answer anything.
        if (!FACTORY.isRound(receipt.round)) revert Receipts_NotARound(receipt.round);
        _requireDue(receipt);
        _requireNotKept(receipt);
        _requireSigned(relayer, receipt, signature);
        _record(relayer, receipt);
    }

    /// @inheritdoc IReceipts
    function factory() external view returns (address) {
        return address(FACTORY);
    }

    /// @inheritdoc IReceipts
    function domainSeparator() external view returns (bytes32) {
        return TypedData.domainSeparator();
    }

    /// @inheritdoc IReceipts
    function urlOf(address relayer) external view returns (string memory) {
        return _urls[relayer];
    }

    /// @inheritdoc IReceipts
    function brokenPromises(address relayer) external view returns (uint256) {
        return _broken[relayer];
    }

    /// @inheritdoc IReceipts
    function isBroken(address relayer, address round, uint256 reviewer, uint256 version) external view returns (bool) {
        return _isBroken[_promiseId(relayer, round, reviewer, version)];
    }

    /// @dev Every phase after the review ends the wait: a promise beyond the close is due at the close.
    function _requireDue(Receipt calldata receipt) private view {
        Phase phase = IRound(receipt.round).phase();
        if (phase == Phase.Cancelled) revert Receipts_RoundCancelled(receipt.round);
        if (block.timestamp <= receipt.includeBy && phase <= Phase.Review) {
            revert Receipts_NotDue(receipt.includeBy, block.timestamp);
        }
    }

    /// @dev The round keeps versions, not ballots, so the version decides. Were it the ballot, a reviewer that signs two
    /// of one version could cast the one and hold the receipt of the other against the relayer.
    function _requireNotKept(Receipt calldata receipt) private view {
        uint256 last = IRound(receipt.round).lastVersion(receipt.reviewer);
        if (last < receipt.version) return;
        if (last > receipt.version) {
            revert Receipts_BallotReplaced(receipt.round, receipt.reviewer, receipt.version, last);
        }
        revert Receipts_PromiseKept(receipt.round, receipt.reviewer, receipt.version);
    }

    function _requireSigned(address relayer, Receipt calldata receipt, bytes calldata signature) private view {
        bytes32 digest = TypedData.digest(ReceiptData.receiptHash(receipt));
        (address signer, , ) = ECDSA.tryRecoverCalldata(digest, signature);
        // Zero is what a failed recovery answers, and nobody's key.
        if (signer == address(0) || signer != relayer) revert Receipts_NotSigned(relayer, signer);
    }

    function _record(address relayer, Receipt calldata receipt) private {
        bytes32 id = _promiseId(relayer, receipt.round, receipt.reviewer, receipt.version);
        if (_isBroken[id]) {
            revert Receipts_AlreadyRecorded(relayer, receipt.round, receipt.reviewer, receipt.version);
        }
        _isBroken[id] = true;
        ++_broken[relayer];
        emit PromiseBroken(
            relayer,
            receipt.round,
            receipt.reviewer,
            receipt.version,
            receipt.ballot,
            receipt.includeBy
        );
    }

    function _promiseId(
        address relayer,
        address round,
        uint256 reviewer,
        uint256 version
    ) private pure returns (bytes32) {
        return keccak256(abi.encode(relayer, round, reviewer, version));
    }
}

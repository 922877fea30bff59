// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRoundErrors} from "../interfaces/IRoundErrors.sol";
import {IRoundEvents} from "../interfaces/IRoundEvents.sol";
import {BallotsState, Review, State} from "../types/State.sol";
import {Bounds} from "./Bounds.sol";
import {Phases} from "./Phases.sol";
import {Roll} from "./Roll.sol";
import {Signatures} from "./Signatures.sol";
import {TypedData} from "./TypedData.sol";

/// @title Casting sealed ballots
/// @notice A packed ballot is reviewer (4) ‖ kind and version (1) ‖ seal (32) ‖ envelope ‖ signature
/// (docs/protocol.md, "Cast"). The sender authorises nothing: a ballot may travel by any hand.
library Ballots {
    /// @dev reviewer ‖ version ‖ seal.
    uint256 internal constant HEAD = 37;
    uint256 private constant ACCOUNT_SIGNATURE = 64;

    /// @dev What one call needs, and the page that it makes. Memory is laid out once: hundreds of ballots pass.
    struct Page {
        /// @dev The head of every ballot kept so far, and the ballots themselves, end to end.
        bytes heads;
        bytes batch;
        uint256 count;
        /// @dev Bytes of an envelope.
        uint256 envelope;
        bytes32 domain;
        /// @dev The struct to hash of the ballot at hand.
        Signed signed;
    }

    /// @dev EIP-712 struct `Ballot`, word by word.
    struct Signed {
        bytes32 typehash;
        uint256 reviewer;
        uint256 version;
        bytes32 seal;
        bytes32 envelopeHash;
    }

    function castBallots(State storage state, bytes calldata batch) external returns (uint256) {
        Review memory review = _openReview(state);
        Page memory page = _newPage(review, Bounds.MAX_PAGE, batch.length);
        for (uint256 start = 0; start < batch.length;) {
            bytes calldata ballot = _next(batch, start, page.envelope);
            if (page.count == Bounds.MAX_PAGE) revert IRoundErrors.Round_PageFull(Bounds.MAX_PAGE);
            bytes4 reason = _add(state, review, page, ballot);
            if (reason != 0) _skip(ballot, reason);
            // Bound: the ballot lies inside the batch.
            unchecked {
                start += ballot.length;
            }
        }
        return page.count == 0 ? 0 : _record(state.ballots, review, page);
    }

    function castBallot(State storage state, bytes calldata ballot) external returns (uint256) {
        Review memory review = _openReview(state);
        Page memory page = _newPage(review, 1, ballot.length);
        uint256 expected = _next(ballot, 0, page.envelope).length;
        if (ballot.length != expected) revert IRoundErrors.Round_BallotLength(ballot.length, expected);
        bytes4 reason = _add(state, review, page, ballot);
        if (reason != 0) _refuse(state, review, ballot, reason);
        return _record(state.ballots, review, page);
    }

    /// @notice Bytes of an envelope: compressed point, values and salt, authentication tag.
    function envelopeLength(uint256 values) internal pure returns (uint256) {
        return values == 0 ? 0 : 33 + values + 16 + 16;
    }

    /// @notice The last version a reviewer cast; 0: none.
    function lastVersion(
        BallotsState storage self,
        uint256 limit,
        uint256 reviewerIndex
    ) internal view returns (uint256) {
        (uint256 word, uint256 shift, uint256 mask) = _versionPlace(limit, reviewerIndex);
        return (self.versions[word] >> shift) & mask;
    }

    function _openReview(State storage state) private view returns (Review memory review) {
        review = state.ballots.review;
        // One slot in the common case; the phase, which reads the rules, only to name what is wrong.
        if (block.timestamp < review.from || block.timestamp >= review.close) {
            revert IRoundErrors.Round_WrongPhase(Phases.current(state));
        }
    }

    function _newPage(Review memory review, uint256 most, uint256 length) private view returns (Page memory page) {
        page.heads = new bytes(most * HEAD);
        page.batch = new bytes(length);
        page.envelope = envelopeLength(review.values);
        page.domain = TypedData.domainSeparator();
        page.signed.typehash = TypedData.BALLOT_TYPEHASH;
        // Room for all, filled with nothing yet.
        assembly ("memory-safe") {
            mstore(mload(page), 0)
            mstore(mload(add(page, 0x20)), 0)
        }
    }

    /// @dev The ballot that begins at `start`: its length follows from its kind.
    function _next(bytes calldata batch, uint256 start, uint256 envelope) private pure returns (bytes calldata ballot) {
        // Bounds: all lengths are below 2^17. What is read beyond the batch makes a length that is refused.
        unchecked {
            uint256 length = HEAD + envelope;
            uint256 kind;
            uint256 bodyLength;
            assembly ("memory-safe") {
                ballot.offset := add(batch.offset, start)
                kind := shr(4, byte(4, calldataload(ballot.offset)))
                bodyLength := shr(240, calldataload(add(ballot.offset, length)))
            }
            length += kind == Signatures.ACCOUNT ? ACCOUNT_SIGNATURE : 2 + bodyLength;
            if (start + length > batch.length) revert IRoundErrors.Round_BatchMalformed(start);
            assembly ("memory-safe") {
                ballot.length := length
            }
        }
    }

    /// @dev Checks a ballot and keeps it; else answers the selector of the error and changes nothing.
    function _add(
        State storage state,
        Review memory review,
        Page memory page,
        bytes calldata ballot
    ) private returns (bytes4) {
        uint256 kind = _read(page, ballot);
        uint256 reviewer = page.signed.reviewer;
        uint256 version = page.signed.version;
        if (reviewer == 0 || reviewer > review.reviewers) return IRoundErrors.Round_NotOnRoll.selector;
        // Bounds: the reviewer is 1 or more.
        unchecked {
            address key = Roll.keyAt(state.roll, reviewer - 1);
            if (key == address(0)) return IRoundErrors.Round_NotOnRoll.selector;
            if (version > review.ballotLimit) return IRoundErrors.Round_BallotLimit.selector;

            (uint256 word, uint256 shift, uint256 mask) = _versionPlace(review.ballotLimit, reviewer - 1);
            uint256 versions = state.ballots.versions[word];
            uint256 last = (versions >> shift) & mask;
            if (version <= last) return IRoundErrors.Round_BallotSuperseded.selector;
            if (!_isSigned(page, key, kind, ballot)) return IRoundErrors.Round_BadSignature.selector;

            // The version is at most the limit, which the mask covers.
            state.ballots.versions[word] = versions ^ ((last ^ version) << shift);
            if (last == 0) ++review.cast;
        }
        _keep(page, ballot.length);
        return 0;
    }

    /// @dev Copies the ballot and its head behind those kept, and reads it; the next one overwrites it if it is not
    /// kept. Both have room for all ballots of the call.
    function _read(Page memory page, bytes calldata ballot) private pure returns (uint256 kind) {
        assembly ("memory-safe") {
            let heads := mload(page)
            let batch := mload(add(page, 0x20))
            let copy := add(add(batch, 0x20), mload(batch))
            calldatacopy(copy, ballot.offset, ballot.length)
            let first := mload(copy)
            let tag := byte(4, first)
            let version := and(tag, 0x0f)
            let seal := mload(add(copy, 5))
            let head := add(add(heads, 0x20), mload(heads))
            mstore(head, first)
            mstore8(add(head, 4), version)
            mstore(add(head, 5), seal)
            let signed := mload(add(page, 0xa0))
            mstore(add(signed, 0x20), shr(224, first))
            mstore(add(signed, 0x40), version)
            mstore(add(signed, 0x60), seal)
            mstore(add(signed, 0x80), keccak256(add(copy, 37), mload(add(page, 0x60))))
            kind := shr(4, tag)
        }
    }

    function _keep(Page memory page, uint256 length) private pure {
        assembly ("memory-safe") {
            let heads := mload(page)
            let batch := mload(add(page, 0x20))
            mstore(heads, add(mload(heads), 37))
            mstore(batch, add(mload(batch), length))
            mstore(add(page, 0x40), add(mload(add(page, 0x40)), 1))
        }
    }

    function _isSigned(
        Page memory page,
        address key,
        uint256 kind,
        bytes calldata ballot
    ) private view returns (bool valid) {
        bytes32 hash;
        Signed memory signed = page.signed;
        assembly ("memory-safe") {
            hash := keccak256(signed, 0xa0)
        }
        hash = TypedData.digestIn(page.domain, hash);
        uint256 start;
        unchecked {
            start = HEAD + page.envelope;
        }
        if (kind == Signatures.ACCOUNT) {
            bytes32 r;
            bytes32 vs;
            assembly ("memory-safe") {
                let from := add(ballot.offset, start)
                r := calldataload(from)
                vs := calldataload(add(from, 0x20))
            }
            // The key is not zero here, which a failed recovery is.
            return Signatures.recover(hash, r, vs) == key;
        }
        uint256 free;
        assembly ("memory-safe") {
            free := mload(0x40)
        }
        valid = Signatures.isValid(key, hash, kind, ballot[start + 2:]);
        // Nothing made since is used again: hundreds of signatures must not pile up in memory.
        assembly ("memory-safe") {
            mstore(0x40, free)
        }
    }

    function _record(
        BallotsState storage self,
        Review memory review,
        Page memory page
    ) private returns (uint256 number) {
        number = ++review.pages;
        self.review = review;
        self.pages[number] = digest(page.heads, keccak256(page.batch));
        emit IRoundEvents.PageCast(number, page.count, page.batch);
    }

    /// @notice What is stored of a page. Storage and log prove each other.
    function digest(bytes memory heads, bytes32 batchHash) internal pure returns (bytes32) {
        return keccak256(abi.encode(keccak256(heads), batchHash));
    }

    function _skip(bytes calldata ballot, bytes4 reason) private {
        (uint256 reviewer, uint8 version) = _claims(ballot);
        emit IRoundEvents.BallotSkipped(reviewer, version, bytes32(ballot[5:HEAD]), reason);
    }

    /// @dev The direct cast's refusal: the same reason as in a batch, with its values.
    function _refuse(State storage state, Review memory review, bytes calldata ballot, bytes4 reason) private view {
        (uint256 reviewer, uint8 version) = _claims(ballot);
        if (reason == IRoundErrors.Round_NotOnRoll.selector) revert IRoundErrors.Round_NotOnRoll(reviewer);
        if (reason == IRoundErrors.Round_BallotLimit.selector) {
            revert IRoundErrors.Round_BallotLimit(reviewer, version, review.ballotLimit);
        }
        if (reason == IRoundErrors.Round_BallotSuperseded.selector) {
            uint256 last = lastVersion(state.ballots, review.ballotLimit, reviewer - 1);
            revert IRoundErrors.Round_BallotSuperseded(reviewer, version, uint8(last));
        }
        revert IRoundErrors.Round_BadSignature(Roll.keyAt(state.roll, reviewer - 1));
    }

    function _claims(bytes calldata ballot) private pure returns (uint256 reviewer, uint8 version) {
        return (uint32(bytes4(ballot[:4])), uint8(ballot[4]) & 0x0f);
    }

    /// @dev 1, 2 or 4 bits a reviewer: with few versions a page touches fewer slots.
    function _versionPlace(
        uint256 limit,
        uint256 reviewerIndex
    ) private pure returns (uint256 word, uint256 shift, uint256 mask) {
        uint256 log =
            limit == 1
                ? 0
                : limit < 4
                    ? 1
                    : 2;
        word = reviewerIndex >> (8 - log);
        shift = (reviewerIndex << log) & 255;
        mask = (1 << (1 << log)) - 1;
    }
}

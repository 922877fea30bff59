// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRoundErrors} from "../interfaces/IRoundErrors.sol";
import {IRoundEvents} from "../interfaces/IRoundEvents.sol";
import {PageOpening, Phase} from "../types/Round.sol";
import {Rules} from "../types/Rules.sol";
import {BallotsState, State} from "../types/State.sol";
import {Ballots} from "./Ballots.sol";
import {Bounds} from "./Bounds.sol";
import {Lists} from "./Lists.sol";
import {Phases} from "./Phases.sol";
import {Points} from "./Points.sol";
import {Roll} from "./Roll.sol";
import {RulesCode} from "./RulesCode.sol";
import {Signatures} from "./Signatures.sol";
import {Stride} from "./Stride.sol";
import {Tally} from "./Tally.sol";
import {TypedData} from "./TypedData.sol";

/// @title Opening pages and counting them
/// @notice The seals are recomputed from the values and must make the page that was stored: nothing wrong can be
/// counted, and a stranger's garbage only reverts its own transaction. Sums gather in memory over all pages of a call.
library Openings {
    uint256 private constant CLOSED = 0;
    uint256 private constant OPENED = 1;
    uint256 private constant SIGNED = 2;
    /// @dev Bytes of a salt.
    uint256 private constant SALT = 16;

    /// @dev All that one call knows, and its working memory.
    struct Context {
        Lists.Table table;
        Points.Scale scale;
        uint256 limit;
        uint256 reviewers;
        uint256 values;
        /// @dev The kind of opening that counts: {OPENED} if the key came, else {SIGNED}.
        uint256 kind;
        bytes32 domain;
        uint256[] lanes;
        /// @dev Heads of the page, as they were cast.
        bytes heads;
        /// @dev Memory of `table.length` and `values` words, both rounded up to a whole {Stride}, and of the EIP-712
        /// struct `Scores`.
        uint256 listAt;
        uint256 valuesAt;
        uint256 structAt;
        /// @dev Hash of the list where all reviewers share one, else 0.
        bytes32 sharedList;
        uint256 counted;
        uint256 spoiled;
    }

    function openPages(State storage state, PageOpening[] calldata openings) external {
        Rules memory rules = RulesCode.load();
        Phase phase = Phases.phaseAt(state, rules, block.timestamp);
        if (phase != Phase.Opening) revert IRoundErrors.Round_WrongPhase(phase);
        bool keyCame = state.trustees.keyCame;
        if (!keyCame && block.timestamp <= rules.times.releaseUntil) {
            revert IRoundErrors.Round_KeyMissing(uint256(rules.times.releaseUntil) + 1);
        }
        Context memory context = _load(state, rules);
        context.kind = keyCame ? OPENED : SIGNED;

        uint256 settled = 0;
        for (uint256 i = 0; i < openings.length; ++i) {
            _openPage(state, context, openings[i]);
            settled += context.counted + context.spoiled;
        }
        if (settled == 0) return;
        state.ballots.settledCount += uint32(settled);
        Tally.add(state.tally, Tally.shapeOf(rules, context.table.n), context.lanes);
    }

    function _load(State storage state, Rules memory rules) private view returns (Context memory context) {
        context.table = Lists.load(state, rules);
        context.scale = Points.scale(rules, context.table.n);
        context.limit = rules.ballotLimit;
        context.reviewers = state.ballots.review.reviewers;
        context.values = context.table.length * rules.weights.length;
        context.domain = TypedData.domainSeparator();
        context.lanes = new uint256[](context.table.n + 1);
        context.heads = new bytes(Bounds.MAX_PAGE * Ballots.HEAD);
        uint256 listRoom = Stride.roundUp(context.table.length);
        uint256 valuesRoom = Stride.roundUp(context.values);
        uint256[] memory room = new uint256[](listRoom + valuesRoom + 5);
        uint256 listAt;
        assembly ("memory-safe") {
            listAt := add(room, 0x20)
        }
        context.listAt = listAt;
        context.valuesAt = listAt + listRoom * 32;
        context.structAt = context.valuesAt + valuesRoom * 32;
        uint256 structAt = context.structAt;
        bytes32 typehash = TypedData.SCORES_TYPEHASH;
        assembly ("memory-safe") {
            mstore(structAt, typehash)
        }
        // Without owners and m = 0 every reviewer has the same list: made and hashed once.
        if (context.table.m == 0 && context.table.seats == 0) {
            Lists.write(context.table, 0, listAt);
            context.sharedList = _hash(listAt, context.table.length);
        }
    }

    function _openPage(State storage state, Context memory context, PageOpening calldata opening) private {
        uint256 page = opening.page;
        uint256 pages = state.ballots.review.pages;
        if (page == 0 || page > pages) revert IRoundErrors.Round_NoPage(page, pages);
        context.counted = 0;
        context.spoiled = 0;
        bytes calldata entries = opening.openings;
        uint256 count = 0;
        for (uint256 start = 0; start < entries.length; ++count) {
            if (count == Bounds.MAX_PAGE) revert IRoundErrors.Round_PageMismatch(page);
            start = _openBallot(state, context, page, entries, start, count);
        }
        bytes memory heads = context.heads;
        assembly ("memory-safe") {
            mstore(heads, mul(count, 37))
        }
        if (Ballots.digest(heads, opening.batchHash) != state.ballots.pages[page]) {
            revert IRoundErrors.Round_PageMismatch(page);
        }
        emit IRoundEvents.PageOpened(page, context.counted, context.spoiled, entries);
    }

    /// @dev Reads, settles and counts the entry at `start`; answers where the next one begins.
    function _openBallot(
        State storage state,
        Context memory context,
        uint256 page,
        bytes calldata entries,
        uint256 start,
        uint256 count
    ) private returns (uint256 end) {
        uint256 reviewer;
        uint256 tag;
        bytes32 seal;
        assembly ("memory-safe") {
            let from := add(entries.offset, start)
            let first := calldataload(from)
            reviewer := shr(224, first)
            tag := byte(4, first)
            seal := calldataload(add(from, 5))
        }
        // Bounds: `start` is below the length of calldata, the rest is below 2^16.
        unchecked {
            if (tag >> 4 == CLOSED) {
                end = start + Ballots.HEAD;
                if (end > entries.length) revert IRoundErrors.Round_OpeningMalformed(page, start);
                _writeHead(context.heads, count, reviewer, tag, seal);
                return end;
            }
            end = start + 5 + context.values + SALT;
            if (tag >> 4 != context.kind || end > entries.length || reviewer - 1 >= context.reviewers) {
                revert IRoundErrors.Round_OpeningMalformed(page, start);
            }
            seal = _seal(context, reviewer, entries, start + 5);
            _writeHead(context.heads, count, reviewer, tag & 0x0f, seal);
            bool open = true;
            if (context.kind == SIGNED) {
                uint256 signature = end;
                end = _signatureEnd(entries, page, signature);
                open = _isSigned(state, context.domain, reviewer, seal, entries[signature:end]);
            }
            if (open && _settle(state.ballots, context.limit, reviewer - 1, tag & 0x0f)) {
                _count(context, reviewer, page);
            }
        }
    }

    function _signatureEnd(bytes calldata entries, uint256 page, uint256 start) private pure returns (uint256 end) {
        end = start + 3;
        if (end <= entries.length) end += uint16(bytes2(entries[start + 1:start + 3]));
        if (end > entries.length) revert IRoundErrors.Round_OpeningMalformed(page, start);
    }

    /// @dev A wrong signature leaves the ballot closed; it must not hold up the others of the page.
    function _isSigned(
        State storage state,
        bytes32 domain,
        uint256 reviewer,
        bytes32 seal,
        bytes calldata signature
    ) private view returns (bool valid) {
        uint256 free;
        assembly ("memory-safe") {
            free := mload(0x40)
        }
        bytes32 hash = TypedData.digestIn(domain, TypedData.openingHash(reviewer, seal));
        valid = Signatures.isValid(Roll.keyAt(state.roll, reviewer - 1), hash, uint8(signature[0]), signature[3:]);
        assembly ("memory-safe") {
            mstore(0x40, free)
        }
    }

    /// @dev The seal of this reviewer's list with the values and the salt at `start`; leaves both as words in memory.
    function _seal(
        Context memory context,
        uint256 reviewer,
        bytes calldata entries,
        uint256 start
    ) private pure returns (bytes32 seal) {
        uint256 values = context.values;
        uint256 valuesAt = context.valuesAt;
        uint256 from;
        assembly ("memory-safe") {
            from := add(entries.offset, start)
        }
        Points.read(context.scale, from, valuesAt);
        bytes32 list = context.sharedList;
        if (list == 0) {
            Lists.write(context.table, reviewer - 1, context.listAt);
            list = _hash(context.listAt, context.table.length);
        }
        bytes32 hashed = _hash(valuesAt, values);
        uint256 structAt = context.structAt;
        assembly ("memory-safe") {
            mstore(add(structAt, 0x20), reviewer)
            mstore(add(structAt, 0x40), list)
            mstore(add(structAt, 0x60), hashed)
            mstore(add(structAt, 0x80), shl(128, shr(128, calldataload(add(from, values)))))
            seal := keccak256(structAt, 0xa0)
        }
    }

    /// @dev True if this version is the one that counts and was not settled before; it is settled now.
    function _settle(BallotsState storage self, uint256 limit, uint256 index, uint256 version) private returns (bool) {
        // With a limit of 1 the ballot that was cast is the last one.
        if (limit != 1 && version != Ballots.lastVersion(self, limit, index)) return false;
        uint256 bits = self.settled[index >> 8];
        uint256 bit = 1 << (index & 255);
        if (bits & bit != 0) return false;
        self.settled[index >> 8] = bits | bit;
        return true;
    }

    function _count(Context memory context, uint256 reviewer, uint256 page) private {
        uint8 reason = Points.check(context.scale, context.listAt, context.valuesAt);
        if (reason == Points.FITS) {
            Points.add(context.scale, context.listAt, context.valuesAt, context.lanes);
            unchecked {
                ++context.counted;
            }
        } else {
            unchecked {
                ++context.spoiled;
            }
            emit IRoundEvents.BallotSpoiled(reviewer, page, reason);
        }
    }

    function _writeHead(
        bytes memory heads,
        uint256 count,
        uint256 reviewer,
        uint256 version,
        bytes32 seal
    ) private pure {
        assembly ("memory-safe") {
            let to := add(add(heads, 0x20), mul(count, 37))
            mstore(to, or(shl(224, reviewer), shl(216, version)))
            mstore(add(to, 5), seal)
        }
    }

    function _hash(uint256 from, uint256 words) private pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            hash := keccak256(from, shl(5, words))
        }
    }
}

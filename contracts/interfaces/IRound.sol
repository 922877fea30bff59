// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {
    Departure,
    PageOpening,
    Phase,
    Proposal,
    Purpose,
    Registration,
    Role,
    Screening,
    TrusteeKeys
} from "../types/Round.sol";
import {Rules} from "../types/Rules.sol";
import {IRoundErrors} from "./IRoundErrors.sol";
import {IRoundEvents} from "./IRoundEvents.sol";

/// @title A review round
/// @notice Communities register proposals, reviewers cast sealed ballots, the contract counts and ranks, a committee
/// confirms. docs/protocol.md holds every byte layout and formula.
///
/// What each role can NOT do:
/// - admin: read, add, drop or change a ballot; change rules or times; after the freeze change anything at all but
///   cancel, and after the close not even that.
/// - registrar: change the roll after the freeze, or without an event before it; cast for a key it does not hold.
/// - screener: judge a version other than the one it names; decide without a reason; decide after the roster.
/// - trustees: open anything with fewer than `threshold` of them; release a wrong share; choose the seed by absence.
/// - committee: change the ranking; depart from it without a reason, or across halves and categories.
interface IRound is IRoundErrors, IRoundEvents {
    // --- Roles

    /// @notice Offers `role` to `next`; it takes effect when `next` accepts. Nobody (zero) takes an offer back.
    /// The holder may always offer its own role; the admin may offer registrar and screener before the freeze.
    function offerRole(Role role, address next) external;

    /// @notice Accepts a role that was offered to the caller.
    function acceptRole(Role role) external;

    /// @notice Ends the round for the published reason. Admin, before the close only.
    function cancel(bytes32 reason) external;

    // --- Proposals

    /// @notice Registers or replaces the proposal of `key`. Anyone may send it; `signature` is that of `key` over
    /// Proposal(uint32 version,bytes32 digest,uint16 category,uint128 ask), or empty where `key` itself sends.
    function registerProposal(address key, Registration calldata registration, bytes calldata signature) external;

    /// @notice Withdraws the proposal of `key`; signed Withdrawal(uint32 version) with a version above its last one.
    /// Before the roster the proposal is out; after it (until the ranking) it keeps its number and becomes ineligible.
    function withdrawProposal(address key, uint32 version, bytes calldata signature) external;

    /// @notice Decides on named versions of proposals. Screener, until the roster is begun.
    function screen(Screening[] calldata screenings) external;

    /// @notice Extends the roster by the next accepted proposals in the order of registration, 256 a call, the last
    /// call the rest. The first call ends screening, the last fixes the roster. Admin, after the registration.
    function extendRoster(address[] calldata keys) external;

    // --- Roll and freeze

    /// @notice Publishes (or replaces) chunk `chunk` (from 0) of the roll: 1,024 packed keys of 20 bytes in seat
    /// order, the last chunk the rest; zero is an empty seat. Registrar, after the roster, until the freeze.
    function publishRoll(uint256 chunk, bytes calldata keys) external;

    /// @notice Makes rules, roster, roll, key and times final. Admin.
    function freeze(bytes32 notice) external;

    // --- Trustees

    /// @notice Starts the next attempt at key generation with these trustees, for a published reason. Admin.
    function startAttempt(address[] calldata trustees, bytes32 reason) external;

    /// @notice A trustee's package. Its first 64 bytes are the transport key, a point of P-256.
    function publishPackage(uint32 attempt, bytes calldata package) external;

    /// @notice A trustee's encrypted shares for all the others, once all packages are there.
    function publishShares(uint32 attempt, bytes calldata shares) external;

    /// @notice A trustee that got a bad share proves it by its transport secret; this ends the attempt.
    /// `package` is the caller's own package again.
    function disputeShare(uint32 attempt, uint256 accused, uint256 transportSecret, bytes calldata package) external;

    /// @notice A trustee confirms the transcript and the keys that follow from it. With the last one they stand.
    function confirmKeys(uint32 attempt, bytes32 transcript, TrusteeKeys calldata keys) external;

    /// @notice Releases a trustee's share of one of the two keys. Anyone may send it: the share proves itself.
    /// Lottery shares after the block hash, ballot shares in the release window.
    function releaseShare(Purpose purpose, uint256 trustee, uint256 share) external;

    // --- Draw

    /// @notice Stores the hash of the fixed block. Anyone.
    function storeDrawBlock() external;

    /// @notice Makes the draw once enough lottery shares are there. Anyone.
    function draw() external;

    // --- Ballots

    /// @notice Records a batch of signed, sealed ballots as one page. A bad ballot is skipped with an event.
    /// @param batch Packed ballots (docs/protocol.md, "Cast"), at most 400.
    /// @return page Number of the new page; 0 if every ballot was skipped.
    function castBallots(bytes calldata batch) external returns (uint256 page);

    /// @notice Records one ballot as a page of its own, or reverts with the reason.
    function castBallot(bytes calldata ballot) external returns (uint256 page);

    /// @notice Opens pages, in any order and repeatedly.
    function openPages(PageOpening[] calldata openings) external;

    // --- Ranking and decision

    /// @notice Hands in the order of each half (packed uint16 proposal numbers); checked in one pass. Anyone.
    function rank(bytes calldata first, bytes calldata second) external;

    /// @notice Objects by a key of the roll. Signed Objection(bytes32 digest), or empty where the key itself sends.
    function objectAsReviewer(uint256 reviewer, bytes32 digest, bytes calldata signature) external;

    /// @notice Objects by the key of a proposal on the roster.
    function objectAsApplicant(address key, bytes32 digest, bytes calldata signature) external;

    /// @notice Answers an objection. Committee.
    function answerObjection(uint256 objection, bytes32 digest) external;

    /// @notice Confirms the ranking, with the listed departures. Committee.
    function confirm(Departure[] calldata departures, bytes32 record) external;

    // --- Views

    /// @notice The rules, as fixed at creation.
    function rules() external view returns (Rules memory);
    /// @notice keccak256(abi.encode(rules)).
    function rulesDigest() external view returns (bytes32);
    /// @notice The EIP-712 domain separator (name "Dure", version "1"), from the running chain's id.
    function domainSeparator() external view returns (bytes32);
    /// @notice Where the round stands now.
    function phase() external view returns (Phase);
    /// @notice Who holds a role.
    function holder(Role role) external view returns (address);
    /// @notice To whom a role is offered.
    function offered(Role role) external view returns (address);
    /// @notice The proposal of a key.
    function proposal(address key) external view returns (Proposal memory);
    /// @notice Accepted proposals so far; on the roster once that is fixed.
    function rosterSize() external view returns (uint256 accepted, uint256 onRoster, bool isFixed);
    /// @notice Key, category and ask of the proposal with this number.
    function rosterEntry(uint256 number) external view returns (address key, uint16 category, uint128 ask);
    /// @notice True if the proposal with this number was withdrawn after the roster.
    function isWithdrawn(uint256 number) external view returns (bool);
    /// @notice Seats of the roll by the rules and the roster.
    function reviewerCount() external view returns (uint256);
    /// @notice The key of a reviewer's seat; zero if empty.
    function rollKey(uint256 reviewer) external view returns (address);
    /// @notice Published chunks, chunks in all, time of the last change.
    function rollProgress() external view returns (uint256 published, uint256 chunks, uint256 changedAt);
    /// @notice Digest of the roll: keccak256 over the code hashes of its chunks in order.
    function rollDigest() external view returns (bytes32);
    /// @notice The attempt under way: its number, trustees, running digest, steps done, whether it was disputed.
    function attempt()
        external
        view
        returns (
            uint32 number,
            address[] memory trustees,
            bytes32 transcript,
            uint256 packages,
            uint256 shares,
            uint256 confirmations,
            bool disputed
        );
    /// @notice The keys that stand, or empty lists.
    function trusteeKeys() external view returns (TrusteeKeys memory);
    /// @notice Bit field of the trustees (bit number − 1) whose share of this purpose is public.
    function released(Purpose purpose) external view returns (uint256);
    /// @notice True once `threshold` ballot shares are public.
    function keyCame() external view returns (bool);
    /// @notice The fixed block and its stored hash (zero before).
    function drawBlock() external view returns (uint256 number, bytes32 hash);
    /// @notice The seed; zero before the draw.
    function seed() external view returns (bytes32);
    /// @notice The two shuffles as packed uint16 (indices from 0).
    function shuffles() external view returns (bytes memory order, bytes memory offset);
    /// @notice The list of a reviewer: proposal numbers in order, 0 for the blank card.
    function listOf(uint256 reviewer) external view returns (uint16[] memory);
    /// @notice Half (0 or 1) and position in the draw of a proposal. Without halves the half is 0.
    function place(uint256 number) external view returns (uint256 half, uint256 position);
    /// @notice Pages, reviewers who cast, ballots settled (counted or spoiled).
    function ballotCounts() external view returns (uint256 pages, uint256 cast, uint256 settled);
    /// @notice keccak256(keccak256(ballot heads) ‖ keccak256(batch)) of a page.
    function page(uint256 number) external view returns (bytes32);
    /// @notice The last version a reviewer cast; 0: none.
    function lastVersion(uint256 reviewer) external view returns (uint8);
    /// @notice True if the reviewer's ballot was counted or spoiled.
    function isSettled(uint256 reviewer) external view returns (bool);
    /// @notice Bytes of a ballot's values and of its envelope, the same for every reviewer; zero before the draw.
    function ballotSize() external view returns (uint256 values, uint256 envelope);
    /// @notice Sum of the points and number of the counted reviews of a proposal.
    function tally(uint256 number) external view returns (uint256 points, uint256 count);
    /// @notice Time of the ranking; 0 before.
    function rankedAt() external view returns (uint256);
    /// @notice True if recommended by the ranking, and if selected by the committee.
    function outcome(uint256 number) external view returns (bool isRecommended, bool isSelected);
    /// @notice Objections, and how many of them are answered.
    function objectionCounts() external view returns (uint256 objections, uint256 answered);
}

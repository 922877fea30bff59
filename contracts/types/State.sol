// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Proposal, Purpose, Role} from "./Round.sol";

/// @dev Storage of a round. Each library works on its own part.
struct State {
    mapping(Role role => address holder) holders;
    mapping(Role role => address next) offers;
    bool cancelled;
    ProposalsState proposals;
    RollState roll;
    TrusteesState trustees;
    DrawState draw;
    BallotsState ballots;
    TallyState tally;
    DecisionState decision;
}

struct ProposalsState {
    mapping(address key => Proposal proposal) byKey;
    /// @dev Keys that ever registered: the last ordinal given.
    uint32 registered;
    uint32 accepted;
    uint16 onRoster;
    bool rosterStarted;
    bool rosterFixed;
    /// @dev Ordinal of the last proposal put on the roster.
    uint32 lastOrdinal;
    /// @dev Code of 256 entries each: key (20) ‖ category (2) ‖ ask (16).
    mapping(uint256 part => address code) parts;
    /// @dev Bit (number − 1): withdrawn after the roster.
    mapping(uint256 word => uint256 bits) withdrawn;
}

/// @dev One slot: where the keys are, and how often they were published.
struct Chunk {
    /// @dev Code of 1,024 keys, 20 bytes a key.
    address code;
    uint96 revision;
}

struct RollState {
    Chunk[128] chunks;
    uint32 published;
    uint40 changedAt;
    bool frozen;
}

struct Attempt {
    address[] trustees;
    bytes32 transcript;
    bytes32 keysDigest;
    mapping(uint256 trustee => bytes32 hash) packages;
    /// @dev Bit (trustee − 1): the step is done.
    uint16 packageBits;
    uint16 shareBits;
    uint16 confirmationBits;
    bool disputed;
}

struct TrusteesState {
    mapping(uint32 number => Attempt attempt) attempts;
    uint32 attempt;
    /// @dev Code of abi.encode(TrusteeKeys) of the attempt that stands.
    address keys;
    /// @dev Bit (trustee − 1): the share is public.
    mapping(Purpose purpose => uint256 bits) released;
    mapping(uint256 trustee => uint256 share) lotteryShares;
    bool keyCame;
}

struct DrawState {
    /// @dev First fixed block, then the one whose hash was stored.
    uint64 drawBlock;
    bytes32 blockHash;
    bytes32 seed;
    /// @dev Code of order ‖ offset, packed uint16.
    address shuffles;
}

/// @dev One slot with all that casting asks for, written at the draw; cancelling sets `close` to 0.
struct Review {
    uint40 from;
    uint40 close;
    uint32 reviewers;
    uint32 pages;
    /// @dev Reviewers who cast at least once.
    uint32 cast;
    uint8 ballotLimit;
    uint8 values;
}

struct BallotsState {
    Review review;
    uint32 settledCount;
    mapping(uint256 page => bytes32 digest) pages;
    /// @dev Last versions, 1, 2 or 4 bits a reviewer by the ballot limit.
    mapping(uint256 word => uint256 versions) versions;
    /// @dev Bit (reviewer index): counted or spoiled.
    mapping(uint256 word => uint256 bits) settled;
}

struct TallyState {
    /// @dev Four or eight proposals a slot: see {Tally}.
    mapping(uint256 slot => uint256 lanes) slots;
}

struct DecisionState {
    uint40 rankedAt;
    uint32 objections;
    uint32 answered;
    bool confirmed;
    /// @dev Asks of the recommended proposals per half, with a budget.
    uint128[2] spent;
    mapping(uint256 word => uint256 bits) recommended;
    mapping(uint256 word => uint256 bits) selected;
    mapping(address key => bool) objected;
    mapping(uint256 objection => bool) isAnswered;
}

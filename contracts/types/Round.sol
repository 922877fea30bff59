// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Where a round stands. It only ever moves down this list; the last three are its other ends.
enum Phase {
    Registration,
    Screening,
    Roll,
    Draw,
    Review,
    Opening,
    Ranking,
    Objections,
    Answers,
    Confirmation,
    Confirmed,
    /// @dev The admin cancelled the round before the close.
    Cancelled,
    /// @dev Roster, freeze or draw was not done by its time.
    Lapsed,
    /// @dev The key never came, and too few reviewers opened their own ballots.
    Failed
}

/// @notice Who may do what. Each role's limits stand in {IRound}.
enum Role {
    Admin,
    Registrar,
    Screener,
    Committee
}

/// @notice Which of the two group keys a share belongs to.
enum Purpose {
    Ballot,
    Lottery
}

/// @notice State of a proposal. `None`: this key never registered one.
enum ProposalState {
    None,
    Pending,
    Accepted,
    Refused,
    Withdrawn
}

/// @notice A proposal by the key that registered it.
struct Proposal {
    /// @dev Digest (sha2-256) of the proposal's text.
    bytes32 digest;
    /// @dev Money asked for, in the smallest unit of the round's currency.
    uint128 ask;
    uint32 version;
    /// @dev Place in the order of first registration, from 1.
    uint32 ordinal;
    uint16 category;
    /// @dev Number on the roster, from 1; 0 before, and for the others.
    uint16 number;
    ProposalState state;
}

/// @notice What a key signs (or sends) to register or replace its proposal.
struct Registration {
    uint32 version;
    bytes32 digest;
    uint16 category;
    uint128 ask;
}

/// @notice One decision of the screener on one version of one proposal.
struct Screening {
    address key;
    uint32 version;
    bool accepted;
    /// @dev Digest (sha2-256) of the published reason.
    bytes32 reason;
}

/// @notice A point of the curve P-256 (secp256r1).
struct Point {
    bytes32 x;
    bytes32 y;
}

/// @notice The two group keys and every trustee's two verifying shares, in the order of the attempt's trustees.
struct TrusteeKeys {
    Point ballotKey;
    Point lotteryKey;
    Point[] ballotShares;
    Point[] lotteryShares;
}

/// @notice The opening of one page.
struct PageOpening {
    /// @dev Number of the page, from 1.
    uint32 page;
    /// @dev keccak256 of the whole logged batch of the page.
    bytes32 batchHash;
    /// @dev One packed opening per ballot of the page, in its order (docs/protocol.md, "Opening").
    bytes openings;
}

/// @notice One departure of the committee from the ranking.
struct Departure {
    /// @dev Number of a recommended proposal that is not selected.
    uint16 removed;
    /// @dev Number of the one selected in its place, of the same half and category; 0: nobody.
    uint16 added;
    /// @dev Digest (sha2-256) of the published reason.
    bytes32 reason;
}

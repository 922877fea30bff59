// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice How a ballot's values become points.
enum PointsRule {
    /// @dev x = Σ weight × value of the proposal.
    Score,
    /// @dev x = Σ over the other proposals of the list: 2 if above, 1 if tied or without opinion, 0 if below.
    Borda
}

/// @notice How proposals are put in order.
enum OrderRule {
    /// @dev By the mean of the points, every proposal starting with one neutral review.
    Mean,
    /// @dev By the sum of the points.
    Sum
}

/// @notice How equal proposals are put in order.
enum TieRule {
    /// @dev The lower position in the draw wins: a lottery from the round's seed.
    Draw,
    /// @dev The lower proposal number wins: the order of registration.
    Number
}

/// @notice Unix times in seconds, periods in seconds. A phase ends at its time, that second included.
struct Times {
    /// @dev Proposals are registered, replaced and withdrawn until then.
    uint40 registerUntil;
    /// @dev The roster is fixed by then, or the round lapses.
    uint40 rosterBy;
    /// @dev The round is frozen by then, or it lapses.
    uint40 freezeBy;
    /// @dev The draw is done by then, or the round lapses.
    uint40 drawBy;
    /// @dev Ballots are accepted from then (this second included) …
    uint40 reviewFrom;
    /// @dev … to then (this second excluded).
    uint40 close;
    /// @dev Trustees' ballot shares are accepted from then: the close and a margin for the chain's finality …
    uint40 releaseFrom;
    /// @dev … to then (included).
    uint40 releaseUntil;
    /// @dev Ballots are opened until then (included), at least 48 hours after `releaseUntil`.
    uint40 openUntil;
    /// @dev Least time between the last change of the roll and the freeze.
    uint32 rollNotice;
    /// @dev Objections are accepted for so long after the ranking …
    uint32 objectionPeriod;
    /// @dev … and answers for so long after that.
    uint32 answerPeriod;
}

/// @notice Seats kept for one category.
struct Quota {
    uint16 category;
    uint16 seats;
}

/// @notice All that decides how a round runs. Fixed at creation; its digest is keccak256 of its ABI encoding.
struct Rules {
    Times times;
    /// @dev Digest (sha2-256) of the document that describes the round: name, rubric, who may take part.
    bytes32 document;
    /// @dev True: community c owns proposal c and its reviewers never score it. False: an outside jury.
    bool owners;
    /// @dev Reviewers' seats of each community, 1 or more with `owners`, else 0.
    uint16 seatsPerCommunity;
    /// @dev Size of the outside jury; 0 with `owners`.
    uint32 reviewers;
    /// @dev Proposals drawn for each reviewer; 0: everyone scores everything.
    uint16 listLength;
    /// @dev One weight (1 or more) per criterion.
    uint16[] weights;
    /// @dev Values run from 1 to this; 0 is no opinion.
    uint8 maxScore;
    /// @dev The unweighted sum of a ballot's values may not exceed this; 0: no limit.
    uint16 pointsPerBallot;
    PointsRule points;
    OrderRule order;
    TieRule ties;
    /// @dev 1: the first ballot is final. Up to 15: that many versions, the last one counts.
    uint8 ballotLimit;
    /// @dev Proposals to recommend; 0 with a budget.
    uint16 seats;
    /// @dev Money to spend, in the smallest unit of the round's currency; 0 with seats.
    uint128 budget;
    /// @dev Seats per category, or empty. They add up to `seats`.
    Quota[] quotas;
    /// @dev A proposal with fewer counted reviews is passed over.
    uint32 minReviews;
    /// @dev True: the seat of a proposal withdrawn after the roster goes to the reserve. False: it stays unspent.
    bool reserveTakesWithdrawn;
    /// @dev When the key never came: least part of the reviewers' ballots that must be settled, in 1/10,000.
    uint16 minOpened;
    /// @dev Blocks from the freeze to the block whose hash feeds the seed, 1 or more.
    uint16 drawDelay;
    /// @dev Trustees who must act together.
    uint8 threshold;
    /// @dev The trustees of the first attempt at key generation.
    address[] trustees;
    /// @dev ERC-7913 verifiers whose signers may stand on the roll.
    address[] verifiers;
}

/// @notice The holders of the roles at creation.
struct Holders {
    address admin;
    address registrar;
    address screener;
    address committee;
}

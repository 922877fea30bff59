// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title What a round can hold
/// @notice Measured so that every transaction of a round fits under the 16,777,216 gas of EIP-7825
/// (docs/protocol.md; `npm run bench` shows the figures).
library Bounds {
    uint256 internal constant MAX_PROPOSALS = 1_200;
    uint256 internal constant MAX_REVIEWERS = 131_072;
    uint256 internal constant MAX_BORDA_LIST = 15;
    /// @dev List length times criteria: a ballot's values.
    uint256 internal constant MAX_VALUES = 255;
    uint256 internal constant MAX_BALLOT_LIMIT = 15;
    uint256 internal constant MAX_TRUSTEES = 15;
    uint256 internal constant MAX_VERIFIERS = 4;
    /// @dev The ranking looks for every proposal's category among the quotas.
    uint256 internal constant MAX_QUOTAS = 32;
    uint256 internal constant MAX_DRAW_DELAY = 8_000;
    /// @dev Ballots of one page.
    uint256 internal constant MAX_PAGE = 400;
    /// @dev Keys of one chunk of the roll: 20,480 bytes of code.
    uint256 internal constant ROLL_CHUNK = 1_024;
    /// @dev Proposals of one part of the roster: 9,728 bytes of code.
    uint256 internal constant ROSTER_PART = 256;
    /// @dev A tally holds 40 bits of points per proposal.
    uint256 internal constant MAX_SUM = 2 ** 40 - 1;

    uint256 internal constant DRAW_MARGIN = 1 hours;
    uint256 internal constant REVIEW_MARGIN = 1 hours;
    /// @dev Finality of Ethereum's main chain takes about 13 minutes.
    uint256 internal constant FINALITY_MARGIN = 15 minutes;
    uint256 internal constant RELEASE_MARGIN = 1 hours;
    /// @dev Nobody can open selectively and close the door.
    uint256 internal constant OPENING_MARGIN = 48 hours;
}

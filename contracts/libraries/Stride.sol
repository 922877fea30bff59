// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Five entries at a time
/// @notice The loops that run for every entry of every ballot do five a turn: going around costs as much as the work on
/// one entry, and lists of 5, 10 and 15 come out even. A last turn may run beyond the end by up to four words, so
/// working memory is rounded up, and what is read there must be zero.
library Stride {
    uint256 internal constant ENTRIES = 5;

    /// @notice Entries with those that the last turn may touch.
    function roundUp(uint256 entries) internal pure returns (uint256) {
        return entries + (ENTRIES - 1) - ((entries + (ENTRIES - 1)) % ENTRIES);
    }
}

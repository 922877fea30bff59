// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What a relayer promises and signs when it takes a ballot.
struct Receipt {
    /// @dev The round that the ballot is for.
    address round;
    /// @dev Number of the reviewer, from 1.
    uint32 reviewer;
    /// @dev Version of the ballot, from 1.
    uint8 version;
    /// @dev The digest that the reviewer signed. It binds chain, round, reviewer, version, seal and envelope, so the
    /// receipt names one ballot, and tells nothing of its scores.
    bytes32 ballot;
    /// @dev Unix time of the last block that may record the ballot. The round's close comes first.
    uint64 includeBy;
}

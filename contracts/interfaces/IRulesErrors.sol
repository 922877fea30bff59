// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Why rules are refused at creation
/// @notice Rules that could never finish, or that promise what they do not keep.
interface IRulesErrors {
    /// @notice A time stands before the one it must follow. `index` counts the fields of {Times} from 0.
    error Rules_TimeOrder(uint256 index, uint256 time, uint256 earliest);
    /// @notice A role has no holder. `role` counts as in {Role}.
    error Rules_HolderMissing(uint256 role);
    /// @notice The document's digest is missing.
    error Rules_DocumentMissing();
    /// @notice With owners: seats per community and no jury. Without: a jury and no seats.
    error Rules_Reviewers(uint256 seatsPerCommunity, uint256 reviewers);
    /// @notice More reviewers than a round can hold.
    error Rules_ReviewerCount(uint256 count, uint256 most);
    /// @notice A list of one compares nothing; with Borda a list has at most 15.
    error Rules_ListLength(uint256 listLength, uint256 most);
    /// @notice List times criteria must be 1 to 255.
    error Rules_ValueCount(uint256 values, uint256 most);
    /// @notice A weight of 0, or none at all.
    error Rules_Weights(uint256 index);
    /// @notice The maximum score is 1 to 255.
    error Rules_MaxScore();
    /// @notice The ballot limit is 1 to 15.
    error Rules_BallotLimit(uint256 limit, uint256 most);
    /// @notice Either seats or a budget.
    error Rules_SeatsOrBudget(uint256 seats, uint256 budget);
    /// @notice Quotas go with seats, name each category once, add up to the seats, and are at most 32.
    error Rules_Quota(uint256 index, uint256 sum, uint256 seats);
    /// @notice No number of proposals fits: the least that the rules need exceeds the most that they allow.
    error Rules_RosterBounds(uint256 least, uint256 most);
    /// @notice Even with the least roster a sum of points may not fit its place.
    error Rules_SumOverflow(uint256 most, uint256 bound);
    /// @notice A part in 1/10,000 exceeds 10,000.
    error Rules_MinOpened(uint256 minOpened);
    /// @notice The draw delay is 1 to 8,000 blocks.
    error Rules_DrawDelay(uint256 drawDelay, uint256 most);
    /// @notice The threshold is 2 to the number of trustees (1 for one trustee); at most 15 trustees.
    error Rules_Trustees(uint256 threshold, uint256 count, uint256 most);
    /// @notice A trustee is listed twice, or is nobody.
    error Rules_TrusteeListed(address trustee);
    /// @notice A verifier has no code, or there are more than 4.
    error Rules_Verifier(address verifier);
}

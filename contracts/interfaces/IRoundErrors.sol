// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Phase, Role, Purpose} from "../types/Round.sol";

/// @title Why a round refuses
/// @notice One error per cause; each carries the offending value and the bound.
interface IRoundErrors {
    /// @notice The act is not part of the phase the round is in.
    error Round_WrongPhase(Phase phase);
    /// @notice The implementation behind the clones is no round.
    error Round_NotARound();
    /// @notice The caller does not hold the role.
    error Round_NotHolder(Role role, address caller);
    /// @notice The role was not offered to the caller.
    error Round_NotOffered(Role role, address caller);
    /// @notice An official act needs a digest of what is published about it.
    error Round_DigestMissing();

    /// @notice The signature (or the direct caller) is not that of the key.
    error Round_BadSignature(address key);
    /// @notice Too little gas is left to give a foreign contract its full allowance.
    error Round_ForeignGas(uint256 available, uint256 needed);

    /// @notice A proposal's version must exceed the key's last one.
    error Round_ProposalVersion(address key, uint32 version, uint32 lastVersion);
    /// @notice This key has no proposal that could be withdrawn or screened.
    error Round_NoProposal(address key);
    /// @notice The screener judged another version than the one that stands.
    error Round_ScreenedVersion(address key, uint32 version, uint32 standing);
    /// @notice The roster is being fixed: nothing about the proposals changes any more.
    error Round_RosterStarted();
    /// @notice Only accepted proposals enter the roster.
    error Round_NotAccepted(address key);
    /// @notice The roster lists proposals in the order of their registration.
    error Round_RosterOrder(address key, uint32 ordinal, uint32 previous);
    /// @notice A part of the roster holds exactly this many proposals.
    error Round_RosterPart(uint256 length, uint256 expected);
    /// @notice The accepted proposals are too few or too many for the rules.
    error Round_RosterSize(uint256 accepted, uint256 least, uint256 most);
    /// @notice The highest possible sum of points does not fit its place.
    error Round_SumOverflow(uint256 most, uint256 bound);

    /// @notice A chunk of the roll holds exactly this many bytes.
    error Round_RollChunk(uint256 chunk, uint256 length, uint256 expected);
    /// @notice The roll is not complete.
    error Round_RollIncomplete(uint256 chunks, uint256 expected);
    /// @notice The roll has not been public for long enough.
    error Round_RollNotice(uint256 changedAt, uint256 freezeFrom);

    /// @notice Not the attempt that is under way.
    error Round_Attempt(uint32 attempt, uint32 current);
    /// @notice An attempt needs `threshold` to 15 different trustees.
    error Round_TrusteeCount(uint256 count, uint256 least, uint256 most);
    /// @notice A trustee is listed twice, or is nobody.
    error Round_TrusteeListed(address trustee);
    /// @notice The caller is no trustee of this attempt.
    error Round_NotTrustee(address caller);
    /// @notice The trustee did this already, or it is not yet (or no longer) time for it.
    error Round_TrusteeStep(uint256 trustee);
    /// @notice The message has another length than the attempt asks for.
    error Round_TrusteeMessage(uint256 length, uint256 expected);
    /// @notice The attempt ended with a complaint.
    error Round_AttemptDisputed(uint32 attempt);
    /// @notice The confirmed digest is not that of the attempt's transcript.
    error Round_Transcript(bytes32 digest, bytes32 expected);
    /// @notice A trustee confirmed other keys than the ones before.
    error Round_KeysDiffer(bytes32 digest, bytes32 expected);
    /// @notice Not a point of P-256.
    error Round_NotOnCurve(bytes32 x, bytes32 y);
    /// @notice One key for both purposes: the draw would publish the secret that opens the ballots.
    error Round_SameKeys();
    /// @notice The published secret is not that of the trustee's transport key.
    error Round_TransportSecret(uint256 trustee);
    /// @notice No attempt of key generation stands.
    error Round_NoKeys();
    /// @notice Shares are accepted only in their window.
    error Round_ReleaseWindow(uint256 from, uint256 until);
    /// @notice There is no trustee of this number.
    error Round_TrusteeNumber(uint256 trustee, uint256 count);
    /// @notice This share was released before.
    error Round_ShareReleased(Purpose purpose, uint256 trustee);
    /// @notice The share does not belong to the trustee's verifying share.
    error Round_ShareWrong(Purpose purpose, uint256 trustee);

    /// @notice The fixed block has not come yet.
    error Round_BlockTooEarly(uint256 fixedBlock);
    /// @notice The hash of the fixed block is not to be had.
    error Round_BlockHashMissing(uint256 fixedBlock);
    /// @notice The hash was stored before.
    error Round_BlockHashStored();
    /// @notice The hash of the fixed block is not stored yet.
    error Round_BlockHashFirst();
    /// @notice Too few lottery shares were released.
    error Round_LotteryShares(uint256 released, uint256 threshold);
    /// @notice The released shares do not make the lottery key: the trustees confirmed one that is not theirs.
    error Round_LotteryKey();
    /// @notice There is one draw only.
    error Round_Drawn();
    /// @notice The draw has not been made.
    error Round_NotDrawn();
    /// @notice No reviewer has this number.
    error Round_NoReviewer(uint256 reviewer, uint256 count);

    /// @notice A batch ends inside a ballot, or a page would hold too many.
    error Round_BatchMalformed(uint256 offset);
    /// @notice A page holds at most this many ballots.
    error Round_PageFull(uint256 most);
    /// @notice A single ballot has another length than the rules ask for.
    error Round_BallotLength(uint256 length, uint256 expected);
    /// @notice The seat is empty or beyond the roll.
    error Round_NotOnRoll(uint256 reviewer);
    /// @notice The version exceeds the ballot limit.
    error Round_BallotLimit(uint256 reviewer, uint8 version, uint8 limit);
    /// @notice The reviewer already cast this or a later version.
    error Round_BallotSuperseded(uint256 reviewer, uint8 version, uint8 lastVersion);

    /// @notice The ballot key has not come: only the reviewer's own signature opens, and only later.
    error Round_KeyMissing(uint256 signedFrom);
    /// @notice No such page.
    error Round_NoPage(uint256 page, uint256 count);
    /// @notice The ballots, values and salts handed in are not those of the page.
    error Round_PageMismatch(uint256 page);
    /// @notice The openings end inside an entry, or have an unknown kind.
    error Round_OpeningMalformed(uint256 page, uint256 offset);

    /// @notice The order of a half must list all of its proposals.
    error Round_OrderLength(uint256 half, uint256 length, uint256 expected);
    /// @notice A proposal stands in the order of the other half, or does not exist.
    error Round_OrderHalf(uint256 half, uint256 proposal);
    /// @notice Two neighbours of the order stand the wrong way round.
    error Round_OrderWrong(uint256 half, uint256 first, uint256 second);

    /// @notice One objection per key.
    error Round_Objected(address key);
    /// @notice No such objection.
    error Round_NoObjection(uint256 objection, uint256 count);
    /// @notice The objection was answered before.
    error Round_Answered(uint256 objection);
    /// @notice The removed proposal is not recommended, or was removed before.
    error Round_DepartureRemoved(uint256 proposal);
    /// @notice The added proposal cannot take that place: selected already, ineligible, or of another half or category.
    error Round_DepartureAdded(uint256 proposal);
    /// @notice The departures spend more than the half has.
    error Round_DepartureBudget(uint256 half, uint256 spent, uint256 budget);
    /// @notice No proposal has this number.
    error Round_NoNumber(uint256 number, uint256 count);
}

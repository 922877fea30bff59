// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Receipt} from "../types/Receipt.sol";

/// @title Makes the receipts of relayers binding
/// @notice A relayer signs a receipt for a ballot that it takes. If the round does not record the ballot in time, the
/// receipt proves it here, for everyone to see under the relayer's address, for good. Nobody owns this contract, and no
/// record can be taken back.
///
/// What can NOT be held against a relayer:
/// - a receipt that it did not sign, for any other chain, contract, round, seat, version, ballot or time;
/// - a ballot that is recorded, late or not, by whomever it was sent;
/// - a ballot in whose place the reviewer cast another one of that version, or a later one;
/// - a promise about a cancelled round, unless it was recorded before.
interface IReceipts {
    /// @notice A relayer said where it is reached. Its address is the key that it signs receipts with.
    event RelayerRegistered(address indexed relayer, string url);

    /// @notice A promise was not kept: the time passed, and neither the ballot nor a later one was recorded.
    event PromiseBroken(
        address indexed relayer,
        address indexed round,
        uint256 indexed reviewer,
        uint256 version,
        bytes32 ballot,
        uint256 includeBy
    );

    /// @notice The factory made no such round: what it answers proves nothing.
    error Receipts_NotARound(address round);
    /// @notice The round was cancelled: no ballot of it can be recorded.
    error Receipts_RoundCancelled(address round);
    /// @notice The promise can still be kept: neither its time nor the round's close has passed.
    error Receipts_NotDue(uint256 includeBy, uint256 time);
    /// @notice A ballot of just this version is recorded for the reviewer.
    error Receipts_PromiseKept(address round, uint256 reviewer, uint256 version);
    /// @notice The reviewer cast a later version: this one cannot be recorded any more.
    error Receipts_BallotReplaced(address round, uint256 reviewer, uint256 version, uint256 lastVersion);
    /// @notice Not the relayer's signature over this receipt, on this chain, for this contract. Zero signer: none at all.
    error Receipts_NotSigned(address relayer, address signer);
    /// @notice The relayer's promise about this version is recorded as broken already.
    error Receipts_AlreadyRecorded(address relayer, address round, uint256 reviewer, uint256 version);
    /// @notice The address of a relayer has at most so many bytes.
    error Receipts_UrlLength(uint256 length, uint256 most);

    /// @notice The caller says where it is reached as a relayer; an empty text takes that back, never the record. A new
    /// key is a new relayer with a record of its own, so the old address keeps what was recorded under it.
    /// @param url At most 256 bytes, of any meaning: whoever shows or opens it must expect the worst.
    function register(string calldata url) external;

    /// @notice Records a promise that was not kept. Anyone may, at any time after it is due.
    /// The promise is due when its time or the round's close has passed, whichever is first, since nothing is recorded
    /// after the close. It is kept once the round holds this or a later version of the reviewer's ballot, at whatever
    /// time: a ballot that came late counts in full, so only one that never came is held against the relayer.
    /// @param relayer Whose signature it is; under this address the broken promise is recorded.
    /// @param receipt What was promised.
    /// @param signature r ‖ s ‖ v (65 bytes, low s) over the receipt's EIP-712 digest.
    function challenge(address relayer, Receipt calldata receipt, bytes calldata signature) external;

    /// @notice The factory whose rounds are known here.
    function factory() external view returns (address);

    /// @notice The EIP-712 domain separator (name "Dure", version "1"), from the running chain's id.
    function domainSeparator() external view returns (bytes32);

    /// @notice Where the relayer says it is reached; empty if it never said so.
    function urlOf(address relayer) external view returns (string memory);

    /// @notice How many promises of the relayer were recorded as broken: one at most for each version of a seat's
    /// ballot, however many receipts it signed for that.
    function brokenPromises(address relayer) external view returns (uint256);

    /// @notice True if the relayer's promise about this version of the reviewer's ballot was recorded as broken.
    function isBroken(address relayer, address round, uint256 reviewer, uint256 version) external view returns (bool);
}

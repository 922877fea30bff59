// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Purpose, Role} from "../types/Round.sol";
import {Rules, Holders} from "../types/Rules.sol";

/// @title What a round writes down
/// @notice The whole state of a round can be rebuilt from these events alone.
/// Numbers of proposals, reviewers, pages, trustees and objections start at 1.
interface IRoundEvents {
    /// @notice The round exists. `rulesDigest` is keccak256(abi.encode(rules)).
    event RoundOpened(bytes32 indexed rulesDigest, Rules rules, Holders holders);
    /// @notice A role was offered to `next` (nobody: the offer is taken back) by `by`.
    event RoleOffered(Role indexed role, address indexed next, address by);
    /// @notice A role changed hands.
    event RoleAccepted(Role indexed role, address indexed previous, address indexed next);
    /// @notice The admin ended the round.
    event RoundCancelled(bytes32 reason);

    /// @notice A proposal was registered (first version) or replaced; it waits for screening.
    event ProposalRegistered(
        address indexed key,
        uint32 version,
        bytes32 digest,
        uint16 category,
        uint128 ask,
        uint32 ordinal
    );
    /// @notice A proposal was withdrawn. `number` is its place on the roster, 0 before that.
    event ProposalWithdrawn(address indexed key, uint32 version, uint16 number);
    /// @notice The screener decided on one version, for the published reason.
    event ProposalScreened(address indexed key, uint32 version, bool accepted, bytes32 reason);
    /// @notice A part of the roster: `keys` got the numbers from `firstNumber` on.
    event RosterExtended(uint256 firstNumber, address[] keys);
    /// @notice The roster is complete with `count` proposals.
    event RosterFixed(uint256 count);

    /// @notice A chunk of the roll was published (`revision` 1) or replaced. The code at `code` is 0x00 and the packed
    /// keys of 20 bytes in seat order; it stays for good, replaced or not, and `codeHash` is its keccak256.
    event RollPublished(uint256 indexed chunk, uint256 revision, address code, bytes32 codeHash);
    /// @notice Rules, roster, roll, key and times are final. The hash of `drawBlock` feeds the seed.
    event Frozen(bytes32 notice, uint32 attempt, uint256 drawBlock, bytes32 rollDigest);

    /// @notice An attempt at key generation began. `reason` is empty for the first one.
    event AttemptStarted(uint32 indexed attempt, address[] trustees, uint8 threshold, bytes32 reason);
    /// @notice A trustee's package: transport key, commitments and proofs.
    event PackagePublished(uint32 indexed attempt, uint256 indexed trustee, bytes package);
    /// @notice A trustee's encrypted shares for all the others.
    event SharesPublished(uint32 indexed attempt, uint256 indexed trustee, bytes shares);
    /// @notice A trustee proves a bad share by its transport secret. The attempt is over.
    event ShareDisputed(
        uint32 indexed attempt,
        uint256 indexed trustee,
        uint256 indexed accused,
        uint256 transportSecret
    );
    /// @notice A trustee confirmed the transcript and the keys that follow from it.
    event KeysConfirmed(uint32 indexed attempt, uint256 indexed trustee, bytes32 keysDigest);
    /// @notice All trustees of the attempt confirmed the same: these are the round's keys.
    event KeysStand(uint32 indexed attempt, bytes keys);
    /// @notice A share was released; anyone may use it.
    event ShareReleased(Purpose indexed purpose, uint256 indexed trustee, uint256 share);
    /// @notice Enough ballot shares are public: anyone opens.
    event KeyCame();

    /// @notice The hash of the fixed block was stored.
    event DrawBlockStored(uint256 drawBlock, bytes32 blockHash);
    /// @notice The one draw: `order` and `offset` as packed uint16.
    event Drawn(uint256 lotteryKey, bytes32 seed, bytes order, bytes offset);

    /// @notice A page of ballots was recorded. `batch` is all that opening and recount need.
    event PageCast(uint256 indexed page, uint256 ballots, bytes batch);
    /// @notice A ballot of a batch was not recorded. `reason` is the selector of the error of a direct cast.
    event BallotSkipped(uint256 indexed reviewer, uint8 version, bytes32 seal, bytes4 reason);
    /// @notice A page was opened, or opened further.
    event PageOpened(uint256 indexed page, uint256 counted, uint256 spoiled, bytes openings);
    /// @notice A ballot was opened as sealed, but breaks a rule: it counts for nobody.
    event BallotSpoiled(uint256 indexed reviewer, uint256 indexed page, uint8 reason);

    /// @notice The ranking. `first`, `second`: the proposals of each half in order, as packed uint16; without halves
    /// all stand in `first`. `recommended`: bit `number - 1` of this little-endian bit field.
    event Ranked(bytes first, bytes second, uint256[] recommended, uint128[2] spent);
    /// @notice An objection by a key of the roll (`reviewer` > 0) or of a proposal on the roster.
    event Objected(uint256 indexed objection, address indexed key, uint256 reviewer, bytes32 digest);
    /// @notice The committee answered an objection.
    event ObjectionAnswered(uint256 indexed objection, bytes32 digest);
    /// @notice The committee departs from the ranking in one place.
    event Departed(uint16 indexed removed, uint16 indexed added, bytes32 reason);
    /// @notice The committee confirmed: `selected` as in {Ranked}, after its departures.
    event Confirmed(bytes32 record, uint256 departures, uint256 unanswered, uint256[] selected);
}

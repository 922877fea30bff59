// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {P256} from "@openzeppelin/contracts/utils/cryptography/P256.sol";
import {SSTORE2} from "solady/src/utils/SSTORE2.sol";
import {IRoundErrors} from "../interfaces/IRoundErrors.sol";
import {IRoundEvents} from "../interfaces/IRoundEvents.sol";
import {Phase, Point, Purpose, TrusteeKeys} from "../types/Round.sol";
import {Rules} from "../types/Rules.sol";
import {Attempt, State, TrusteesState} from "../types/State.sol";
import {Bounds} from "./Bounds.sol";
import {Phases} from "./Phases.sol";
import {RulesCode} from "./RulesCode.sol";
import {Shares} from "./Shares.sol";
import {TypedData} from "./TypedData.sol";

/// @title Key generation in attempts, and the release of the shares
/// @notice The messages of FROST's key generation pass through here so that everyone sees the same ones in the same
/// order; their mathematics is checked off chain by every trustee, who confirms the digest of all of it.
library Trustees {
    uint256 private constant STEP_PACKAGE = 1;
    uint256 private constant STEP_SHARES = 2;

    /// @notice The first attempt, with the trustees of the rules.
    function startFirst(State storage state) external {
        Rules memory rules = RulesCode.load();
        _start(state, rules.trustees, rules.threshold, 0);
    }

    function start(State storage state, address[] calldata trustees, bytes32 reason) external {
        _requireBeforeFreeze(state);
        if (reason == 0) revert IRoundErrors.Round_DigestMissing();
        uint8 threshold = RulesCode.load().threshold;
        uint256 count = trustees.length;
        // A threshold of 1 belongs to a single trustee; two would need FROST with t = 1, which is no sharing at all.
        uint256 most = threshold == 1 ? 1 : Bounds.MAX_TRUSTEES;
        if (count < threshold || count > most) revert IRoundErrors.Round_TrusteeCount(count, threshold, most);
        for (uint256 i = 0; i < count; ++i) {
            bool listed = trustees[i] == address(0);
            for (uint256 j = 0; j < i; ++j) listed = listed || trustees[j] == trustees[i];
            if (listed) revert IRoundErrors.Round_TrusteeListed(trustees[i]);
        }
        _start(state, trustees, threshold, reason);
    }

    function publishPackage(State storage state, uint32 number, bytes calldata package) external {
        (Attempt storage attempt, uint256 trustee) = _step(state, number);
        uint16 bit = _bit(trustee);
        if (attempt.packageBits & bit != 0) revert IRoundErrors.Round_TrusteeStep(trustee);
        uint256 expected = packageLength(RulesCode.load().threshold);
        if (package.length != expected) revert IRoundErrors.Round_TrusteeMessage(package.length, expected);
        _requireOnCurve(_transportKey(package));

        attempt.packageBits |= bit;
        attempt.packages[trustee] = keccak256(package);
        _record(attempt, STEP_PACKAGE, trustee, package);
        emit IRoundEvents.PackagePublished(number, trustee, package);
    }

    function publishShares(State storage state, uint32 number, bytes calldata shares) external {
        (Attempt storage attempt, uint256 trustee) = _step(state, number);
        uint256 count = attempt.trustees.length;
        uint16 bit = _bit(trustee);
        bool packagesMissing = attempt.packageBits != _allBits(count);
        if (packagesMissing || count == 1 || attempt.shareBits & bit != 0) {
            revert IRoundErrors.Round_TrusteeStep(trustee);
        }
        uint256 expected = (count - 1) * 113;
        if (shares.length != expected) revert IRoundErrors.Round_TrusteeMessage(shares.length, expected);

        attempt.shareBits |= bit;
        _record(attempt, STEP_SHARES, trustee, shares);
        emit IRoundEvents.SharesPublished(number, trustee, shares);
    }

    /// @dev Whether the share is bad is for everyone to see off chain, by the secret that is public now. Either way
    /// the attempt is over: all that was sent to this transport key is public too.
    function disputeShare(
        State storage state,
        uint32 number,
        uint256 accused,
        uint256 transportSecret,
        bytes calldata package
    ) external {
        (Attempt storage attempt, uint256 trustee) = _step(state, number);
        uint256 count = attempt.trustees.length;
        if (accused == 0 || accused > count) revert IRoundErrors.Round_TrusteeNumber(accused, count);
        if (accused == trustee || attempt.shareBits & _bit(accused) == 0) {
            revert IRoundErrors.Round_TrusteeStep(accused);
        }
        bool own = attempt.packages[trustee] == keccak256(package);
        if (!own || !Shares.isSecretOf(transportSecret, _transportKey(package))) {
            revert IRoundErrors.Round_TransportSecret(trustee);
        }
        attempt.disputed = true;
        state.trustees.keys = address(0);
        emit IRoundEvents.ShareDisputed(number, trustee, accused, transportSecret);
    }

    function confirmKeys(State storage state, uint32 number, bytes32 transcript, TrusteeKeys calldata keys) external {
        (Attempt storage attempt, uint256 trustee) = _step(state, number);
        uint256 count = attempt.trustees.length;
        uint16 bit = _bit(trustee);
        bool messagesMissing = (count == 1 ? attempt.packageBits : attempt.shareBits) != _allBits(count);
        if (messagesMissing || attempt.confirmationBits & bit != 0) revert IRoundErrors.Round_TrusteeStep(trustee);
        if (transcript != attempt.transcript) revert IRoundErrors.Round_Transcript(transcript, attempt.transcript);
        _requireKeys(keys, count);

        bytes32 keysDigest = keccak256(abi.encode(number, transcript, keys));
        if (attempt.confirmationBits == 0) attempt.keysDigest = keysDigest;
        if (attempt.keysDigest != keysDigest) revert IRoundErrors.Round_KeysDiffer(keysDigest, attempt.keysDigest);
        attempt.confirmationBits |= bit;
        emit IRoundEvents.KeysConfirmed(number, trustee, keysDigest);
        if (attempt.confirmationBits == _allBits(count)) {
            bytes memory encoded = abi.encode(keys);
            state.trustees.keys = SSTORE2.write(encoded);
            emit IRoundEvents.KeysStand(number, encoded);
        }
    }

    function releaseShare(State storage state, Purpose purpose, uint256 trustee, uint256 share) external {
        Rules memory rules = RulesCode.load();
        _requireRelease(state, rules, purpose);
        TrusteeKeys memory keys = load(state);
        uint256 count = keys.ballotShares.length;
        if (trustee == 0 || trustee > count) revert IRoundErrors.Round_TrusteeNumber(trustee, count);
        TrusteesState storage self = state.trustees;
        uint256 bits = self.released[purpose];
        if (bits & _bit(trustee) != 0) revert IRoundErrors.Round_ShareReleased(purpose, trustee);
        Point[] memory points = purpose == Purpose.Ballot ? keys.ballotShares : keys.lotteryShares;
        if (!Shares.isSecretOf(share, points[trustee - 1])) revert IRoundErrors.Round_ShareWrong(purpose, trustee);

        bits |= _bit(trustee);
        self.released[purpose] = bits;
        if (purpose == Purpose.Lottery) self.lotteryShares[trustee] = share;
        emit IRoundEvents.ShareReleased(purpose, trustee, share);
        if (purpose == Purpose.Ballot && !self.keyCame && countBits(bits) >= rules.threshold) {
            self.keyCame = true;
            emit IRoundEvents.KeyCame();
        }
    }

    /// @notice The lottery key, from the lowest `threshold` released shares.
    function lotteryKey(State storage state) internal view returns (uint256 secret) {
        uint256 threshold = RulesCode.load().threshold;
        uint256 bits = state.trustees.released[Purpose.Lottery];
        if (countBits(bits) < threshold) revert IRoundErrors.Round_LotteryShares(countBits(bits), threshold);
        uint256[] memory numbers = new uint256[](threshold);
        uint256[] memory shares = new uint256[](threshold);
        uint256 found = 0;
        for (uint256 trustee = 1; found < threshold; ++trustee) {
            if (bits & _bit(trustee) == 0) continue;
            numbers[found] = trustee;
            shares[found] = state.trustees.lotteryShares[trustee];
            ++found;
        }
        secret = Shares.combine(numbers, shares);
        if (!Shares.isSecretOf(secret, load(state).lotteryKey)) revert IRoundErrors.Round_LotteryKey();
    }

    /// @notice The keys that stand: there must be some, as after every freeze.
    function load(State storage state) internal view returns (TrusteeKeys memory) {
        return abi.decode(SSTORE2.read(state.trustees.keys), (TrusteeKeys));
    }

    /// @notice Bytes of a package: transport key and, per key, t commitments with a proof (none for one trustee).
    function packageLength(uint256 threshold) internal pure returns (uint256) {
        return threshold == 1 ? 64 + 2 * 33 : 64 + 2 * (threshold * 33 + 65);
    }

    function countBits(uint256 bits) internal pure returns (uint256 count) {
        for (; bits != 0; bits &= bits - 1) ++count;
    }

    function _start(State storage state, address[] memory trustees, uint8 threshold, bytes32 reason) private {
        TrusteesState storage self = state.trustees;
        uint32 number = ++self.attempt;
        self.keys = address(0);
        Attempt storage attempt = self.attempts[number];
        attempt.trustees = trustees;
        attempt.transcript = keccak256(abi.encode(TypedData.domainSeparator(), number, trustees, threshold));
        emit IRoundEvents.AttemptStarted(number, trustees, threshold, reason);
    }

    /// @dev What every step asks first: the phase, the attempt, and who calls.
    function _step(State storage state, uint32 number) private view returns (Attempt storage attempt, uint256 trustee) {
        _requireBeforeFreeze(state);
        uint32 current = state.trustees.attempt;
        if (number != current) revert IRoundErrors.Round_Attempt(number, current);
        attempt = state.trustees.attempts[number];
        if (attempt.disputed) revert IRoundErrors.Round_AttemptDisputed(number);
        uint256 count = attempt.trustees.length;
        for (uint256 i = 0; i < count; ++i) {
            if (attempt.trustees[i] == msg.sender) return (attempt, i + 1);
        }
        revert IRoundErrors.Round_NotTrustee(msg.sender);
    }

    function _requireBeforeFreeze(State storage state) private view {
        Phase phase = Phases.current(state);
        if (phase > Phase.Roll) revert IRoundErrors.Round_WrongPhase(phase);
    }

    function _requireRelease(State storage state, Rules memory rules, Purpose purpose) private view {
        Phase phase = Phases.phaseAt(state, rules, block.timestamp);
        if (purpose == Purpose.Ballot) {
            if (phase != Phase.Opening) revert IRoundErrors.Round_WrongPhase(phase);
            uint256 from = rules.times.releaseFrom;
            uint256 until = rules.times.releaseUntil;
            if (block.timestamp < from || block.timestamp > until) revert IRoundErrors.Round_ReleaseWindow(from, until);
        } else {
            if (phase != Phase.Draw) revert IRoundErrors.Round_WrongPhase(phase);
            // Shares of L before the block is known would let the last trustee choose between blocks.
            if (state.draw.blockHash == 0) revert IRoundErrors.Round_BlockHashFirst();
        }
    }

    function _requireKeys(TrusteeKeys calldata keys, uint256 count) private pure {
        uint256 length = keys.ballotShares.length;
        if (length == count) length = keys.lotteryShares.length;
        if (length != count) revert IRoundErrors.Round_TrusteeMessage(length, count);
        if (keys.ballotKey.x == keys.lotteryKey.x) revert IRoundErrors.Round_SameKeys();
        _requireOnCurve(keys.ballotKey);
        _requireOnCurve(keys.lotteryKey);
        for (uint256 i = 0; i < count; ++i) {
            _requireOnCurve(keys.ballotShares[i]);
            _requireOnCurve(keys.lotteryShares[i]);
        }
    }

    function _requireOnCurve(Point memory point) private pure {
        if (!P256.isValidPublicKey(point.x, point.y)) revert IRoundErrors.Round_NotOnCurve(point.x, point.y);
    }

    function _transportKey(bytes calldata package) private pure returns (Point memory) {
        return Point({x: bytes32(package[:32]), y: bytes32(package[32:64])});
    }

    function _record(Attempt storage attempt, uint256 step, uint256 trustee, bytes calldata message) private {
        attempt.transcript = keccak256(abi.encode(attempt.transcript, step, trustee, keccak256(message)));
    }

    function _bit(uint256 trustee) private pure returns (uint16) {
        return uint16(1 << (trustee - 1));
    }

    function _allBits(uint256 count) private pure returns (uint16) {
        return uint16((1 << count) - 1);
    }
}

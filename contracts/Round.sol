// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRound} from "./interfaces/IRound.sol";
import {Ballots} from "./libraries/Ballots.sol";
import {Decision} from "./libraries/Decision.sol";
import {Draw} from "./libraries/Draw.sol";
import {Openings} from "./libraries/Openings.sol";
import {Phases} from "./libraries/Phases.sol";
import {Proposals} from "./libraries/Proposals.sol";
import {Ranking} from "./libraries/Ranking.sol";
import {Roles} from "./libraries/Roles.sol";
import {Roll} from "./libraries/Roll.sol";
import {RoundViews} from "./libraries/RoundViews.sol";
import {RulesCode} from "./libraries/RulesCode.sol";
import {Trustees} from "./libraries/Trustees.sol";
import {
    Departure,
    PageOpening,
    Phase,
    Proposal,
    Purpose,
    Registration,
    Role,
    Screening,
    TrusteeKeys
} from "./types/Round.sol";
import {Holders, Rules} from "./types/Rules.sol";
import {State} from "./types/State.sol";

/// @title A review round
/// @dev A table of contents: who may call what. The rules live in the libraries, one each, and check the phase.
contract Round is IRound {
    State private _state;

    modifier only(Role role) {
        Roles.requireHolder(_state, role);
        _;
    }

    /// @dev The implementation behind the clones is no round: nobody can open it.
    constructor() {
        _state.cancelled = true;
    }

    /// @notice Opens the round; the factory calls it in the transaction that makes it.
    function open(Holders calldata holders) external {
        Roles.open(_state, holders);
        Trustees.startFirst(_state);
    }

    // --- Roles

    /// @inheritdoc IRound
    function offerRole(Role role, address next) external {
        Roles.offer(_state, role, next);
    }

    /// @inheritdoc IRound
    function acceptRole(Role role) external {
        Roles.accept(_state, role);
    }

    /// @inheritdoc IRound
    function cancel(bytes32 reason) external only(Role.Admin) {
        Roles.cancel(_state, reason);
    }

    // --- Proposals

    /// @inheritdoc IRound
    function registerProposal(address key, Registration calldata registration, bytes calldata signature) external {
        Proposals.register(_state, key, registration, signature);
    }

    /// @inheritdoc IRound
    function withdrawProposal(address key, uint32 version, bytes calldata signature) external {
        Proposals.withdraw(_state, key, version, signature);
    }

    /// @inheritdoc IRound
    function screen(Screening[] calldata screenings) external only(Role.Screener) {
        Proposals.screen(_state, screenings);
    }

    /// @inheritdoc IRound
    function extendRoster(address[] calldata keys) external only(Role.Admin) {
        Proposals.extendRoster(_state, keys);
    }

    // --- Roll and freeze

    /// @inheritdoc IRound
    function publishRoll(uint256 chunk, bytes calldata keys) external only(Role.Registrar) {
        Roll.publish(_state, chunk, keys);
    }

    /// @inheritdoc IRound
    function freeze(bytes32 notice) external only(Role.Admin) {
        Roll.freeze(_state, notice);
    }

    // --- Trustees

    /// @inheritdoc IRound
    function startAttempt(address[] calldata trustees, bytes32 reason) external only(Role.Admin) {
        Trustees.start(_state, trustees, reason);
    }

    /// @inheritdoc IRound
    function publishPackage(uint32 number, bytes calldata package) external {
        Trustees.publishPackage(_state, number, package);
    }

    /// @inheritdoc IRound
    function publishShares(uint32 number, bytes calldata shares) external {
        Trustees.publishShares(_state, number, shares);
    }

    /// @inheritdoc IRound
    function disputeShare(uint32 number, uint256 accused, uint256 transportSecret, bytes calldata package) external {
        Trustees.disputeShare(_state, number, accused, transportSecret, package);
    }

    /// @inheritdoc IRound
    function confirmKeys(uint32 number, bytes32 transcript, TrusteeKeys calldata keys) external {
        Trustees.confirmKeys(_state, number, transcript, keys);
    }

    /// @inheritdoc IRound
    function releaseShare(Purpose purpose, uint256 trustee, uint256 share) external {
        Trustees.releaseShare(_state, purpose, trustee, share);
    }

    // --- Draw

    /// @inheritdoc IRound
    function storeDrawBlock() external {
        Draw.storeBlockHash(_state);
    }

    /// @inheritdoc IRound
    function draw() external {
        Draw.draw(_state);
    }

    // --- Ballots

    /// @inheritdoc IRound
    function castBallots(bytes calldata batch) external returns (uint256) {
        return Ballots.castBallots(_state, batch);
    }

    /// @inheritdoc IRound
    function castBallot(bytes calldata ballot) external returns (uint256) {
        return Ballots.castBallot(_state, ballot);
    }

    /// @inheritdoc IRound
    function openPages(PageOpening[] calldata openings) external {
        Openings.openPages(_state, openings);
    }

    // --- Ranking and decision

    /// @inheritdoc IRound
    function rank(bytes calldata first, bytes calldata second) external {
        Ranking.rank(_state, first, second);
    }

    /// @inheritdoc IRound
    function objectAsReviewer(uint256 reviewer, bytes32 digest, bytes calldata signature) external {
        Decision.objectAsReviewer(_state, reviewer, digest, signature);
    }

    /// @inheritdoc IRound
    function objectAsApplicant(address key, bytes32 digest, bytes calldata signature) external {
        Decision.objectAsApplicant(_state, key, digest, signature);
    }

    /// @inheritdoc IRound
    function answerObjection(uint256 objection, bytes32 digest) external only(Role.Committee) {
        Decision.answer(_state, objection, digest);
    }

    /// @inheritdoc IRound
    function confirm(Departure[] calldata departures, bytes32 record) external only(Role.Committee) {
        Decision.confirm(_state, departures, record);
    }

    // --- Views

    /// @inheritdoc IRound
    function rules() external view returns (Rules memory) {
        return RulesCode.load();
    }

    /// @inheritdoc IRound
    function rulesDigest() external view returns (bytes32) {
        return RoundViews.rulesDigest();
    }

    /// @inheritdoc IRound
    function domainSeparator() external view returns (bytes32) {
        return RoundViews.domainSeparator();
    }

    /// @inheritdoc IRound
    function phase() external view returns (Phase) {
        return Phases.current(_state);
    }

    /// @inheritdoc IRound
    function holder(Role role) external view returns (address) {
        return _state.holders[role];
    }

    /// @inheritdoc IRound
    function offered(Role role) external view returns (address) {
        return _state.offers[role];
    }

    /// @inheritdoc IRound
    function proposal(address key) external view returns (Proposal memory) {
        return _state.proposals.byKey[key];
    }

    /// @inheritdoc IRound
    function rosterSize() external view returns (uint256 accepted, uint256 onRoster, bool isFixed) {
        return (_state.proposals.accepted, _state.proposals.onRoster, _state.proposals.rosterFixed);
    }

    /// @inheritdoc IRound
    function rosterEntry(uint256 number) external view returns (address key, uint16 category, uint128 ask) {
        return RoundViews.rosterEntry(_state, number);
    }

    /// @inheritdoc IRound
    function isWithdrawn(uint256 number) external view returns (bool) {
        return RoundViews.isWithdrawn(_state, number);
    }

    /// @inheritdoc IRound
    function reviewerCount() external view returns (uint256) {
        return RoundViews.reviewerCount(_state);
    }

    /// @inheritdoc IRound
    function rollKey(uint256 reviewer) external view returns (address) {
        return RoundViews.rollKey(_state, reviewer);
    }

    /// @inheritdoc IRound
    function rollProgress() external view returns (uint256 published, uint256 chunks, uint256 changedAt) {
        return RoundViews.rollProgress(_state);
    }

    /// @inheritdoc IRound
    function rollDigest() external view returns (bytes32) {
        return RoundViews.rollDigest(_state);
    }

    /// @inheritdoc IRound
    function attempt()
        external
        view
        returns (
            uint32 number,
            address[] memory trustees,
            bytes32 transcript,
            uint256 packages,
            uint256 shares,
            uint256 confirmations,
            bool disputed
        )
    {
        return RoundViews.attempt(_state);
    }

    /// @inheritdoc IRound
    function trusteeKeys() external view returns (TrusteeKeys memory) {
        return RoundViews.trusteeKeys(_state);
    }

    /// @inheritdoc IRound
    function released(Purpose purpose) external view returns (uint256) {
        return _state.trustees.released[purpose];
    }

    /// @inheritdoc IRound
    function keyCame() external view returns (bool) {
        return _state.trustees.keyCame;
    }

    /// @inheritdoc IRound
    function drawBlock() external view returns (uint256 number, bytes32 hash) {
        return (_state.draw.drawBlock, _state.draw.blockHash);
    }

    /// @inheritdoc IRound
    function seed() external view returns (bytes32) {
        return _state.draw.seed;
    }

    /// @inheritdoc IRound
    function shuffles() external view returns (bytes memory order, bytes memory offset) {
        return RoundViews.shuffles(_state);
    }

    /// @inheritdoc IRound
    function listOf(uint256 reviewer) external view returns (uint16[] memory) {
        return RoundViews.listOf(_state, reviewer);
    }

    /// @inheritdoc IRound
    function place(uint256 number) external view returns (uint256 half, uint256 position) {
        return RoundViews.place(_state, number);
    }

    /// @inheritdoc IRound
    function ballotCounts() external view returns (uint256 pages, uint256 cast, uint256 settled) {
        return (_state.ballots.review.pages, _state.ballots.review.cast, _state.ballots.settledCount);
    }

    /// @inheritdoc IRound
    function page(uint256 number) external view returns (bytes32) {
        return _state.ballots.pages[number];
    }

    /// @inheritdoc IRound
    function lastVersion(uint256 reviewer) external view returns (uint8) {
        return RoundViews.lastVersion(_state, reviewer);
    }

    /// @inheritdoc IRound
    function isSettled(uint256 reviewer) external view returns (bool) {
        return RoundViews.isSettled(_state, reviewer);
    }

    /// @inheritdoc IRound
    function ballotSize() external view returns (uint256 values, uint256 envelope) {
        return RoundViews.ballotSize(_state);
    }

    /// @inheritdoc IRound
    function tally(uint256 number) external view returns (uint256 points, uint256 count) {
        return RoundViews.tally(_state, number);
    }

    /// @inheritdoc IRound
    function rankedAt() external view returns (uint256) {
        return _state.decision.rankedAt;
    }

    /// @inheritdoc IRound
    function outcome(uint256 number) external view returns (bool isRecommended, bool isSelected) {
        return RoundViews.outcome(_state, number);
    }

    /// @inheritdoc IRound
    function objectionCounts() external view returns (uint256 objections, uint256 answered) {
        return (_state.decision.objections, _state.decision.answered);
    }
}

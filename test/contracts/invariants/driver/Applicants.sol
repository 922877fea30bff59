// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRound} from "../../../../contracts/interfaces/IRound.sol";
import {Phase, Proposal, ProposalState, Registration, Role, Screening} from "../../../../contracts/types/Round.sol";
import {TypedDataModel} from "../../models/TypedDataModel.sol";
import {Assert} from "../../support/Assert.sol";
import {Dice} from "../../support/Dice.sol";
import {Keys} from "./Keys.sol";

/// @title Proposals: registered, replaced, withdrawn, screened
abstract contract Applicants is Keys {
    using Dice for Dice.Cup;

    /// @dev One more than can ever stand on the roster.
    uint256 internal constant APPLICANTS = 9;
    bytes32 internal constant REASON = keccak256("reason");

    function propose(uint256 seed) external {
        Dice.Cup memory dice = _throw(seed);
        for (uint256 times = dice.between(1, 4); times > 0; --times) _propose(dice);
    }

    function _propose(Dice.Cup memory dice) private {
        uint256 applicant = dice.between(0, APPLICANTS - 1);
        uint256 act = dice.between(0, 4);
        if (act < 2) _register(dice, applicant);
        else if (act == 2) _withdraw(dice, applicant);
        else _screen(dice, applicant);
    }

    /// @dev By own hand, by signature, or by somebody else's.
    function _authorize(
        Dice.Cup memory dice,
        uint256 applicant,
        bytes32 digest
    ) internal view returns (address sender, bytes memory signature, bool isGood) {
        uint256 way = dice.between(0, 4);
        if (way == 0) return (_applicant(applicant), "", true);
        sender = _anyone(dice);
        if (way == 1) return (sender, "", sender == _applicant(applicant));
        uint256 by = way == 2 ? (applicant + 1) % APPLICANTS : applicant;
        signature = abi.encodePacked(uint8(0), _signAccount(_applicantSecret(by), digest));
        return (sender, signature, by == applicant);
    }

    function _registerHonestly(Dice.Cup memory dice, uint256 applicant) internal {
        address key = _applicant(applicant);
        Registration memory registration = _registration(dice, _round.proposal(key).version + 1);
        _must(key, abi.encodeCall(IRound.registerProposal, (key, registration, "")), "registered");
    }

    function _screenHonestly(address key, uint32 version) internal {
        _must(_holder(Role.Screener), _screening(key, version, true, REASON), "screened");
    }

    function _standsStill(ProposalState state) internal pure returns (bool) {
        return state == ProposalState.Pending || state == ProposalState.Accepted || state == ProposalState.Refused;
    }

    function _register(Dice.Cup memory dice, uint256 applicant) private {
        address key = _applicant(applicant);
        uint32 last = _round.proposal(key).version;
        Registration memory registration = _registration(dice, uint32(last + dice.between(0, 2)));
        bytes32 digest = TypedDataModel.proposal(
            address(_round),
            registration.version,
            registration.digest,
            registration.category,
            registration.ask
        );
        (address sender, bytes memory signature, bool isGood) = _authorize(dice, applicant, digest);
        isGood = isGood && registration.version > last && _phase() == Phase.Registration;
        bytes memory data = abi.encodeCall(IRound.registerProposal, (key, registration, signature));
        (bool accepted, ) = _send(sender, data);
        Assert.holds(accepted == isGood, "registration");
    }

    function _withdraw(Dice.Cup memory dice, uint256 applicant) private {
        address key = _applicant(applicant);
        Proposal memory standing = _round.proposal(key);
        uint32 version = uint32(standing.version + dice.between(0, 2));
        bytes32 digest = TypedDataModel.withdrawal(address(_round), version);
        (address sender, bytes memory signature, bool isGood) = _authorize(dice, applicant, digest);
        isGood = isGood && version > standing.version && _isWithdrawable(standing);
        (bool accepted, ) = _send(sender, abi.encodeCall(IRound.withdrawProposal, (key, version, signature)));
        Assert.holds(accepted == isGood, "withdrawal");
        if (accepted) _note(standing.number == 0 ? "withdrawn early" : "withdrawn late");
    }

    /// @dev Before the roster any that stands; after it, until the ranking, those on it.
    function _isWithdrawable(Proposal memory standing) private view returns (bool) {
        Phase phase = _phase();
        if (phase <= Phase.Screening) return _standsStill(standing.state);
        return phase <= Phase.Ranking && standing.number != 0 && standing.state == ProposalState.Accepted;
    }

    function _screen(Dice.Cup memory dice, uint256 applicant) private {
        address key = _applicant(applicant);
        Proposal memory standing = _round.proposal(key);
        uint32 version = uint32(standing.version + (dice.oneIn(4) ? 1 : 0));
        bytes32 reason = dice.oneIn(8) ? bytes32(0) : REASON;
        address sender = dice.oneIn(4) ? _anyone(dice) : _holder(Role.Screener);
        bool isGood =
            sender == _holder(Role.Screener) &&
                version == standing.version &&
                reason != 0 &&
                _phase() <= Phase.Screening &&
                _standsStill(standing.state);
        (bool accepted, ) = _send(sender, _screening(key, version, !dice.oneIn(4), reason));
        Assert.holds(accepted == isGood, "screening");
    }

    function _screening(
        address key,
        uint32 version,
        bool accepted,
        bytes32 reason
    ) private pure returns (bytes memory) {
        Screening[] memory screenings = new Screening[](1);
        screenings[0] = Screening({key: key, version: version, accepted: accepted, reason: reason});
        return abi.encodeCall(IRound.screen, (screenings));
    }

    function _registration(Dice.Cup memory dice, uint32 version) private pure returns (Registration memory) {
        return
            Registration({
                version: version,
                digest: bytes32(dice.word()),
                category: uint16(dice.between(1, 3)),
                ask: uint128(dice.between(0, 60))
            });
    }
}

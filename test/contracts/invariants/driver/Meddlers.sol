// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRound} from "../../../../contracts/interfaces/IRound.sol";
import {Departure, PageOpening, Phase, Purpose, Role, Screening} from "../../../../contracts/types/Round.sol";
import {SampleRules} from "../../support/SampleRules.sol";
import {Round} from "../../../../contracts/Round.sol";
import {Assert} from "../../support/Assert.sol";
import {Dice} from "../../support/Dice.sol";
import {Committee} from "./Committee.sol";

/// @title Anyone calls anything at any time
abstract contract Meddlers is Committee {
    using Dice for Dice.Cup;

    function meddle(uint256 seed) external {
        Dice.Cup memory dice = _throw(seed);
        for (uint256 times = dice.between(1, 4); times > 0; --times) _meddle(dice);
    }

    function _meddle(Dice.Cup memory dice) private {
        address sender = _anyone(dice);
        uint256 act = dice.between(0, 11);
        if (act == 0) _meddleWithRoles(dice, sender);
        else if (act == 1) _cancel(dice, sender);
        else if (act == 2) _meddleWithRoster(sender);
        else if (act == 3) _meddleWithRoll(dice, sender);
        else if (act == 4) _freeze(sender);
        else if (act == 5) _meddleWithKeys(dice, sender);
        else if (act == 6) _dispute(dice, sender);
        else if (act == 7) _mustNot(sender, abi.encodeCall(Round.open, (SampleRules.holders())), "opened again");
        else if (act == 8) _meddleWithDraw(dice, sender);
        else if (act == 9) _meddleWithPages(dice, sender);
        else if (act == 10) _meddleWithDecision(dice, sender);
        else _mustNot(sender, abi.encodePacked(bytes4(bytes32(dice.word())), dice.word()), "no such function");
    }

    /// @dev The admin offers registrar and screener before the freeze; else only holders offer.
    function _meddleWithRoles(Dice.Cup memory dice, address sender) private {
        Role role = Role(dice.between(0, 3));
        if (dice.oneIn(2)) sender = _holder(role);
        if (dice.oneIn(2)) {
            bool byAdmin = sender == _holder(Role.Admin) && (role == Role.Registrar || role == Role.Screener);
            bool isGood = sender == _holder(role) || (byAdmin && _phase() < Phase.Draw);
            bytes memory data = abi.encodeCall(IRound.offerRole, (role, _anyone(dice)));
            (bool accepted, ) = _send(sender, data);
            // After a lapse before the freeze the admin may still offer: nothing comes of it.
            Assert.holds(accepted == isGood || (byAdmin && _isOver()), "offer");
        } else {
            if (dice.oneIn(2)) (role, sender) = _anOffer(role, sender);
            bool isOffered = sender == _round.offered(role);
            (bool accepted, ) = _send(sender, abi.encodeCall(IRound.acceptRole, (role)));
            Assert.holds(accepted == isOffered, "acceptance");
            if (accepted) _note("role accepted");
        }
    }

    /// @dev A role that is offered, and to whom; else what was given.
    function _anOffer(Role role, address sender) private view returns (Role, address) {
        for (uint256 i = 0; i < 4; ++i) {
            address offered = _round.offered(Role(i));
            if (offered != address(0)) return (Role(i), offered);
        }
        return (role, sender);
    }

    /// @dev The admin itself seldom cancels before the close, so that most rounds go on.
    function _cancel(Dice.Cup memory dice, address sender) private {
        if (dice.oneIn(2)) sender = _holder(Role.Admin);
        if (_phase() <= Phase.Review && sender == _holder(Role.Admin) && !dice.oneIn(10)) sender = address(0xE0A);
        bool isGood = sender == _holder(Role.Admin) && _phase() <= Phase.Review;
        (bool accepted, ) = _send(sender, abi.encodeCall(IRound.cancel, (REASON)));
        Assert.holds(accepted == isGood, "cancel");
        if (accepted) _note("cancelled");
    }

    function _meddleWithRoster(address sender) private {
        address[] memory keys = new address[](1);
        keys[0] = _applicant(0);
        // A roster has three proposals at least.
        _mustNot(sender, abi.encodeCall(IRound.extendRoster, (keys)), "roster of one");
        if (sender != _holder(Role.Admin)) {
            _mustNot(sender, abi.encodeCall(IRound.extendRoster, (_acceptedKeys())), "roster of a stranger");
        }
    }

    function _meddleWithRoll(Dice.Cup memory dice, address sender) private {
        bool isGood = sender == _holder(Role.Registrar) && _phase() == Phase.Roll;
        Assert.holds(_publishRoll(sender, dice.between(0, 2)) == isGood, "roll");
    }

    function _freeze(address sender) private {
        (bool accepted, ) = _send(sender, abi.encodeCall(IRound.freeze, (REASON)));
        Assert.holds(!accepted || sender == _holder(Role.Admin), "freeze");
        if (accepted) _noteFreeze();
    }

    /// @dev A new attempt of the admin costs the keys that stood; honest trustees make them again.
    function _meddleWithKeys(Dice.Cup memory dice, address sender) private {
        (uint32 number, , bytes32 transcript, , , , ) = _round.attempt();
        if (dice.oneIn(3)) {
            if (dice.oneIn(2)) sender = _holder(Role.Admin);
            address[] memory trustees = _loadRules().trustees;
            bool isGood = sender == _holder(Role.Admin) && _phase() <= Phase.Roll;
            (bool accepted, ) = _send(sender, abi.encodeCall(IRound.startAttempt, (trustees, REASON)));
            Assert.holds(accepted == isGood, "attempt");
            if (accepted) _note("attempt started again");
        } else if (_phase() > Phase.Roll || uint160(sender) < 0x7001 || uint160(sender) > 0x7003) {
            bytes memory package = _package(1);
            _mustNot(sender, abi.encodeCall(IRound.publishPackage, (number, package)), "package of a stranger");
            bytes memory shares = new bytes(226);
            _mustNot(sender, abi.encodeCall(IRound.publishShares, (number, shares)), "shares of a stranger");
            bytes memory keys = abi.encodeCall(IRound.confirmKeys, (number, transcript, _round.trusteeKeys()));
            _mustNot(sender, keys, "keys of a stranger");
        }
    }

    /// @dev Right or wrong, a dispute with the true transport secret ends the attempt, before the freeze.
    function _dispute(Dice.Cup memory dice, address sender) private {
        uint256 steps = _phase() <= Phase.Roll ? dice.between(0, 3) : 0;
        for (; steps > 0; --steps) _generateKeys();
        (uint32 number, address[] memory trustees, , , uint256 shares, , bool disputed) = _round.attempt();
        uint256 by = dice.between(1, trustees.length);
        if (!dice.oneIn(4)) sender = trustees[by - 1];
        uint256 accused = dice.oneIn(4) ? dice.between(0, 4) : dice.between(1, 3);
        uint256 secret = dice.oneIn(4) ? dice.between(0, ORDER) : _transportSecret(by);
        bool isGood = sender == trustees[by - 1] && secret == _transportSecret(by) && !disputed;
        isGood = isGood && accused != by && accused != 0;
        isGood = isGood && (shares >> (accused - 1)) & 1 == 1 && _phase() <= Phase.Roll;
        bytes memory data = abi.encodeCall(IRound.disputeShare, (number, accused, secret, _package(by)));
        (bool accepted, ) = _send(sender, data);
        Assert.holds(accepted == isGood, "dispute");
        if (accepted) _note("share disputed");
    }

    function _meddleWithDraw(Dice.Cup memory dice, address sender) private {
        (uint256 number, bytes32 hash) = _round.drawBlock();
        if (dice.oneIn(2)) {
            bool isGood = _phase() == Phase.Draw && hash == 0 && _height > number;
            (bool accepted, ) = _send(sender, abi.encodeCall(IRound.storeDrawBlock, ()));
            Assert.holds(accepted == isGood, "block hash");
        } else {
            bool isGood = _phase() == Phase.Draw && _round.seed() == 0 && hash != 0;
            isGood = isGood && _released(Purpose.Lottery) >= _loadRules().threshold;
            (bool accepted, ) = _send(sender, abi.encodeCall(IRound.draw, ()));
            Assert.holds(accepted == isGood, "draw");
            if (accepted) _noteDraw();
        }
    }

    function _meddleWithPages(Dice.Cup memory dice, address sender) private {
        PageOpening[] memory openings = new PageOpening[](1);
        openings[0].page = uint32(dice.between(0, 5));
        openings[0].openings = new bytes(dice.between(0, 3) * 37);
        _mustNot(sender, abi.encodeCall(IRound.openPages, (openings)), "opening of nothing");
        Screening[] memory screenings = new Screening[](1);
        screenings[0] = Screening({key: address(0xE0A), version: 0, accepted: true, reason: REASON});
        _mustNot(sender, abi.encodeCall(IRound.screen, (screenings)), "screening of nothing");
    }

    function _meddleWithDecision(Dice.Cup memory dice, address sender) private {
        _mustNot(sender, abi.encodeCall(IRound.rank, ("", "")), "ranking of nothing");
        if (sender == _holder(Role.Committee)) return;
        bytes memory data = abi.encodeCall(IRound.confirm, (new Departure[](0), REASON));
        _mustNot(sender, data, "confirmation by a stranger");
        bytes memory answer = abi.encodeCall(IRound.answerObjection, (dice.between(0, 3), REASON));
        _mustNot(sender, answer, "answer of a stranger");
    }
}

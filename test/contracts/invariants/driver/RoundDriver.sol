// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RoundFactory} from "../../../../contracts/RoundFactory.sol";
import {Phase, Purpose} from "../../../../contracts/types/Round.sol";
import {Times} from "../../../../contracts/types/Rules.sol";
import {Assert} from "../../support/Assert.sol";
import {Dice} from "../../support/Dice.sol";
import {Meddlers} from "./Meddlers.sol";
import {World} from "./World.sol";

/// @title Drives a round of random rules through its phases
/// @notice Every function takes one random number and never reverts, unless the round breaks its promises: a call
/// that docs/protocol.md allows is refused, or one that it forbids is accepted.
contract RoundDriver is Meddlers {
    using Dice for Dice.Cup;

    constructor(RoundFactory factory, address verifier) World(factory, verifier) {}

    /// @notice Honest people do what comes next.
    function advance(uint256 seed) external {
        _advance(_throw(seed));
    }

    /// @notice Time passes: a little, or to just around the next time of the rules.
    function wait(uint256 seed) external {
        Dice.Cup memory dice = _throw(seed);
        if (dice.oneIn(4)) return _waitUntil(_now + dice.between(1, 20 minutes));
        if (_isTooEarlyToSkip(dice)) return;
        uint256 next = _nextTime(_loadRules().times);
        if (next != 0) _waitUntil(next - 1 + dice.between(0, 2));
    }

    /// @notice Honest people bring the round to its end, as they always can.
    function finish(uint256 seed) external {
        Dice.Cup memory dice = _throw(seed);
        for (uint256 steps = 0; !_isOver() && steps < 64; ++steps) _advance(dice);
        if (!_isOver()) Assert.equal(uint256(_phase()), uint256(Phase.Confirmed), "stuck in a phase");
        _note(["confirmed", "cancelled", "lapsed", "failed"][uint256(_phase()) - uint256(Phase.Confirmed)]);
    }

    function _reach(Dice.Cup memory dice, Phase phase) internal override {
        for (uint256 steps = 0; _phase() < phase && steps < 40; ++steps) _advance(dice);
    }

    /// @dev In one round of three the trustees stay silent, and reviewers open their own ballots.
    function _waitForOpening(Dice.Cup memory dice) internal override {
        Times memory times = _loadRules().times;
        bool silent = uint160(address(_round)) % 3 == 0;
        if (silent || _now > times.releaseUntil) return _waitUntil(times.releaseUntil + 1);
        _waitUntil(times.releaseFrom);
        if (_phase() == Phase.Opening) _releaseHonestly(dice, Purpose.Ballot);
    }

    function _advance(Dice.Cup memory dice) private {
        Phase phase = _phase();
        if (phase == Phase.Registration && !dice.oneIn(3)) return _registerAnother(dice);
        if (phase < Phase.Draw) return _prepare(dice);
        if (phase == Phase.Draw) return _prepareDraw(dice);
        if (phase == Phase.Review) return _endReview(dice);
        if (phase == Phase.Opening) return _endOpening(dice);
        if (phase == Phase.Ranking) return _rankHonestly(dice);
        if (phase == Phase.Objections && !dice.oneIn(3)) return _object(dice);
        if (phase == Phase.Answers && !dice.oneIn(3)) return _answer(dice);
        if (phase == Phase.Confirmation && !dice.oneIn(3)) return _confirm(dice);
        if (phase == Phase.Confirmation) return _confirmHonestly();
        if (!_isOver()) _waitUntil(_nextTime(_loadRules().times));
    }

    function _endReview(Dice.Cup memory dice) private {
        if (_pages.length < 3 && !dice.oneIn(4)) return _castBatch(dice, 12);
        _waitUntil(_loadRules().times.close);
    }

    function _endOpening(Dice.Cup memory dice) private {
        if (!_isOpenable()) return _waitForOpening(dice);
        if (!dice.oneIn(3)) return _openAll(dice);
        _waitUntil(_loadRules().times.openUntil + 1);
    }

    /// @dev The next time at which a phase may change, 0 if none is left.
    function _nextTime(Times memory times) private view returns (uint256) {
        if (_phase() >= Phase.Ranking) {
            uint256 objections = _round.rankedAt() + times.objectionPeriod + 1;
            if (_phase() == Phase.Objections) return objections;
            return _phase() == Phase.Answers ? objections + times.answerPeriod : 0;
        }
        uint40[9] memory all = [
            times.registerUntil + 1,
            times.rosterBy + 1,
            times.freezeBy + 1,
            times.drawBy + 1,
            times.reviewFrom,
            times.close,
            times.releaseFrom,
            times.releaseUntil + 1,
            times.openUntil + 1
        ];
        for (uint256 i = 0; i < all.length; ++i) {
            if (all[i] > _now) return all[i];
        }
        return 0;
    }

    /// @dev A round seldom lapses, and a review seldom ends without ballots.
    function _isTooEarlyToSkip(Dice.Cup memory dice) private view returns (bool) {
        Phase phase = _phase();
        bool unready = phase <= Phase.Roll || (phase == Phase.Draw && _round.seed() == 0);
        bool emptyHanded = phase >= Phase.Review && phase <= Phase.Opening;
        return (unready && !dice.oneIn(30)) || (emptyHanded && !dice.oneIn(4));
    }
}

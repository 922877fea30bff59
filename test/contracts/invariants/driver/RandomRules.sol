// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OrderRule, PointsRule, Rules, TieRule} from "../../../../contracts/types/Rules.sol";
import {Dice} from "../../support/Dice.sol";
import {SampleRules} from "../../support/SampleRules.sol";

/// @title Rules of any kind for a small round
library RandomRules {
    using Dice for Dice.Cup;

    uint256 internal constant MOST_PROPOSALS = 8;

    function any(Dice.Cup memory dice, uint256 start, address verifier) internal pure returns (Rules memory rules) {
        bool jury = dice.oneIn(3);
        rules = jury ? SampleRules.jury(start) : SampleRules.owners(start);
        if (jury) _addJury(rules, dice);
        else _addOwners(rules, dice);
        _addBallot(rules, dice);
        _addSelection(rules, dice);
        _addTrustees(rules, dice);
        rules.verifiers = new address[](1);
        rules.verifiers[0] = verifier;
    }

    function _addOwners(Rules memory rules, Dice.Cup memory dice) private pure {
        rules.seatsPerCommunity = uint16(dice.between(1, 3));
        rules.listLength = dice.oneIn(4) ? 0 : uint16(dice.between(2, 3));
    }

    function _addJury(Rules memory rules, Dice.Cup memory dice) private pure {
        rules.reviewers = uint32(dice.between(3, 9));
        rules.listLength = dice.oneIn(2) ? 0 : uint16(dice.between(2, 4));
    }

    function _addBallot(Rules memory rules, Dice.Cup memory dice) private pure {
        uint8[6] memory most = [1, 3, 5, 31, 40, 255];
        uint8[4] memory limits = [1, 2, 3, 15];
        rules.weights = new uint16[](dice.oneIn(2) ? 1 : dice.between(2, 3));
        for (uint256 k = 0; k < rules.weights.length; ++k) rules.weights[k] = uint16(dice.between(1, 9));
        rules.maxScore = most[dice.between(0, 5)];
        rules.ballotLimit = limits[dice.between(0, 3)];
        rules.points = dice.oneIn(2) ? PointsRule.Borda : PointsRule.Score;
        rules.pointsPerBallot = dice.oneIn(4) ? uint16(dice.between(3, 40)) : 0;
        rules.order = dice.oneIn(2) ? OrderRule.Mean : OrderRule.Sum;
        rules.ties = dice.oneIn(2) ? TieRule.Draw : TieRule.Number;
        rules.minReviews = uint32(dice.between(0, 2));
    }

    function _addSelection(Rules memory rules, Dice.Cup memory dice) private pure {
        uint256 kind = dice.between(0, 2);
        rules.seats = kind == 0 ? uint16(dice.between(1, 4)) : 0;
        rules.budget = kind == 1 ? uint128(dice.between(40, 250)) : 0;
        if (kind == 2) {
            rules.quotas = SampleRules.quotas(1, uint16(dice.between(1, 2)), 2, uint16(dice.between(1, 2)));
            rules.seats = rules.quotas[0].seats + rules.quotas[1].seats;
        }
        rules.reserveTakesWithdrawn = dice.oneIn(2);
        rules.minOpened = uint16(dice.between(0, 2) * 5_000);
        rules.drawDelay = uint16(dice.between(1, 5));
    }

    /// @dev One of one, or two of three.
    function _addTrustees(Rules memory rules, Dice.Cup memory dice) private pure {
        if (dice.oneIn(2)) return;
        rules.threshold = 2;
        rules.trustees = new address[](3);
        for (uint256 i = 0; i < 3; ++i) rules.trustees[i] = address(uint160(0x7001 + i));
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Holders, OrderRule, PointsRule, Quota, Rules, TieRule, Times} from "../../../contracts/types/Rules.sol";

/// @title Valid rules for a test to change
library SampleRules {
    /// @notice Twelve communities or more review each other: Borda over halves, three seats.
    function owners(uint256 start) internal pure returns (Rules memory rules) {
        rules.times = times(start);
        rules.document = keccak256("document");
        rules.owners = true;
        rules.seatsPerCommunity = 2;
        rules.listLength = 3;
        rules.weights = new uint16[](1);
        rules.weights[0] = 1;
        rules.maxScore = 5;
        rules.points = PointsRule.Borda;
        rules.order = OrderRule.Mean;
        rules.ties = TieRule.Draw;
        rules.ballotLimit = 3;
        rules.seats = 3;
        rules.minOpened = 5_000;
        rules.drawDelay = 2;
        rules.threshold = 1;
        rules.trustees = new address[](1);
        rules.trustees[0] = address(0x7001);
    }

    /// @notice Outsiders give points to everything, and a budget is spent.
    function jury(uint256 start) internal pure returns (Rules memory rules) {
        rules = owners(start);
        rules.owners = false;
        rules.seatsPerCommunity = 0;
        rules.reviewers = 8;
        rules.listLength = 0;
        rules.points = PointsRule.Score;
        rules.order = OrderRule.Sum;
        rules.seats = 0;
        rules.budget = 10_000;
    }

    function times(uint256 start) internal pure returns (Times memory) {
        return
            Times({
                registerUntil: uint40(start + 1 hours),
                rosterBy: uint40(start + 2 hours),
                freezeBy: uint40(start + 5 hours),
                drawBy: uint40(start + 7 hours),
                reviewFrom: uint40(start + 8 hours),
                close: uint40(start + 10 hours),
                releaseFrom: uint40(start + 11 hours),
                releaseUntil: uint40(start + 13 hours),
                openUntil: uint40(start + 62 hours),
                rollNotice: 1 hours,
                objectionPeriod: 3 hours,
                answerPeriod: 2 hours
            });
    }

    function holders() internal pure returns (Holders memory) {
        return
            Holders({
                admin: address(0xA001),
                registrar: address(0xA002),
                screener: address(0xA003),
                committee: address(0xA004)
            });
    }

    function quotas(
        uint16 firstCategory,
        uint16 firstSeats,
        uint16 secondCategory,
        uint16 secondSeats
    ) internal pure returns (Quota[] memory list) {
        list = new Quota[](2);
        list[0] = Quota({category: firstCategory, seats: firstSeats});
        list[1] = Quota({category: secondCategory, seats: secondSeats});
    }
}

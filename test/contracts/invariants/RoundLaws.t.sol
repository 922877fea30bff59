// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Dice} from "../support/Dice.sol";
import {vm} from "../support/Vm.sol";
import {RoundLaws} from "./RoundLaws.sol";

/// @title The laws of a round over random actions on random rounds
/// @notice README.md beside this file lists them.
/// `testLawsOfManyRounds` drives whole rounds one after the other, looks at every law after every step, and proves that
/// the driver reaches what matters; more of them with the environment variable LAW_ROUNDS, others with LAW_SEED.
contract RoundLawsTest is RoundLaws {
    using Dice for Dice.Cup;

    error NeverReached(string what);

    /// @dev What the runner asks for: the functions that it calls at random.
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    uint256 private constant STEPS = 96;

    mapping(string what => uint256 times) private _reached;
    string[] private _states = [
        "registered",
        "screened",
        "withdrawn early",
        "withdrawn late",
        "roster fixed",
        "roll published",
        "attempt started again",
        "share disputed",
        "frozen",
        "later fixed block",
        "drawn",
        "ballot kept",
        "ballot skipped",
        "ballot replaced",
        "cast alone",
        "signed by account",
        "signed by wallet",
        "signed by P-256",
        "opened with the key",
        "opened by signatures",
        "opening refused",
        "counted",
        "above the maximum",
        "partial",
        "on the blank card",
        "too many points",
        "ranked",
        "objected",
        "answered",
        "confirmed as ranked",
        "confirmed with departures",
        "role accepted",
        "confirmed",
        "cancelled",
        "lapsed",
        "failed"
    ];

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_driver);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector({addr: address(_driver), selectors: _actions()});
    }

    function afterInvariant() external {
        _requireEnd();
    }

    /// @notice A reviewer counts once for each proposal on the own list, if at all.
    function invariantReviewerCountsOnce() external view {
        _reviewerCountsOnce();
    }

    /// @notice Sums and counts are those of an independent recount of the counted ballots.
    function invariantSumsEqualRecount() external view {
        _sumsEqualRecount();
    }

    /// @notice Nothing of the own half, so never the own proposal, is on a list or counted.
    function invariantOwnHalfNeverCounts() external view {
        _ownHalfNeverCounts();
    }

    /// @notice Phases only move down the list, and an end is an end.
    function invariantPhasesRunForward() external view {
        _phasesRunForward();
    }

    /// @notice After the freeze nobody changes rules, times, roster, roll, keys or the draw's block.
    function invariantFrozenStaysFrozen() external view {
        _frozenStaysFrozen();
    }

    /// @notice After the draw nobody changes what a reviewer sees: seed, shuffles, lists, size of a ballot.
    function invariantDrawStands() external view {
        _drawStands();
    }

    /// @notice A sum never exceeds its count times the most points of a review.
    function invariantSumsStayInScale() external view {
        _sumsStayInScale();
    }

    /// @notice Counted and spoiled ballots are those settled, never fewer than before, never more than were cast.
    function invariantSettledOnlyGrows() external view {
        _settledOnlyGrows();
    }

    /// @notice Pages hold the good ballots as they were sent, and nothing else.
    function invariantPagesHoldWhatWasCast() external view {
        _pagesHoldWhatWasCast();
    }

    /// @notice The ranking, once set, is that of the model for good; the selected differ by listed departures only.
    function invariantRankingStands() external view {
        _rankingStands();
    }

    function testLawsOfManyRounds() external {
        Dice.Cup memory dice = Dice.cup(vm.envOr("LAW_SEED", uint256(1)));
        uint256 rounds = vm.envOr("LAW_ROUNDS", uint256(40));
        for (uint256 i = 0; i < rounds; ++i) {
            _setUpRound();
            this.drive(dice.word());
            for (uint256 k = 0; k < _states.length; ++k) _reached[_states[k]] += _driver.reached(_states[k]);
        }
        string memory missed = "";
        for (uint256 k = 0; k < _states.length; ++k) {
            if (_reached[_states[k]] == 0) missed = string.concat(missed, _states[k], "; ");
        }
        if (bytes(missed).length > 0) revert NeverReached(missed);
    }

    /// @dev Called from outside, so that every round has a memory of its own.
    function drive(uint256 seed) external {
        Dice.Cup memory dice = Dice.cup(seed);
        bytes4[] memory actions = _actions();
        for (uint256 step = 0; step < STEPS; ++step) {
            bytes4 action = actions[dice.between(0, actions.length - 1)];
            // solhint-disable-next-line avoid-low-level-calls
            (bool success, bytes memory answer) = address(_driver).call(abi.encodeWithSelector(action, dice.word()));
            if (!success) revert Failed(action, answer);
            _requireLaws();
        }
        _requireEnd();
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC7913P256Verifier} from "@openzeppelin/contracts/utils/cryptography/verifiers/ERC7913P256Verifier.sol";
import {IRound} from "../../../contracts/interfaces/IRound.sol";
import {Round} from "../../../contracts/Round.sol";
import {RoundFactory} from "../../../contracts/RoundFactory.sol";
import {Phase} from "../../../contracts/types/Round.sol";
import {PointsRule, Rules} from "../../../contracts/types/Rules.sol";
import {Assert} from "../support/Assert.sol";
import {vm} from "../support/Vm.sol";
import {RoundDriver} from "./driver/RoundDriver.sol";

/// @title The laws of a round that is driven at random
/// @notice README.md beside this file lists them.
abstract contract RoundLaws {
    /// @notice An action of the driver broke one of the round's promises.
    error Failed(bytes4 action, bytes answer);

    RoundDriver internal _driver;

    RoundFactory private _factory;
    address private _verifier;

    function setUp() public {
        _factory = new RoundFactory(address(new Round()));
        _verifier = address(new ERC7913P256Verifier());
        _setUpRound();
    }

    /// @dev A reviewer counts once for each proposal on the own list, if at all.
    function _reviewerCountsOnce() internal view {
        if (!_isDrawn()) return;
        for (uint256 number = 1; number <= _n(); ++number) {
            (, uint256 count) = _round().tally(number);
            (, uint256 expected) = _driver.recount(number);
            Assert.equal(count, expected, "counted reviews");
            Assert.atMost(count, _driver.listsWith(number), "counted reviews");
        }
    }

    /// @dev Sums and counts are those of an independent recount of the counted ballots.
    function _sumsEqualRecount() internal view {
        if (!_isDrawn()) return;
        for (uint256 number = 1; number <= _n(); ++number) {
            (uint256 points, uint256 count) = _round().tally(number);
            (uint256 expectedPoints, uint256 expectedCount) = _driver.recount(number);
            Assert.equal(points, expectedPoints, "points");
            Assert.equal(count, expectedCount, "count");
        }
    }

    /// @dev Nothing of the own half, so never the own proposal, is on a list or counted.
    function _ownHalfNeverCounts() internal view {
        if (!_isDrawn()) return;
        Rules memory rules = _round().rules();
        if (!rules.owners) return;
        _requireListsOutside(rules);
        for (uint256 number = 1; number <= _n() && rules.listLength != 0; ++number) {
            (uint256 half, ) = _round().place(number);
            (uint256 points, uint256 count) = _round().tally(number);
            (uint256 outside, uint256 outsideCount) = _driver.recountFromOutside(number, half);
            Assert.equal(points, outside, "points from the other half");
            Assert.equal(count, outsideCount, "count from the other half");
        }
    }

    /// @dev Phases only move down the list, and an end is an end.
    function _phasesRunForward() internal view {
        if (!_isFounded()) return;
        RoundDriver.Watch memory watch = _driver.watch();
        Assert.equal(watch.stepsBack, 0, "steps back");
        Assert.equal(uint256(_round().phase()), uint256(watch.phase), "phase");
    }

    /// @dev After the freeze nobody changes rules, times, roster, roll, keys or the draw's block.
    function _frozenStaysFrozen() internal view {
        if (_driver.frozen() == 0) return;
        Assert.equal(_driver.frozenNow(), _driver.frozen(), "what the freeze made final");
    }

    /// @dev After the draw nobody changes what a reviewer sees: seed, shuffles, lists, size of a ballot.
    function _drawStands() internal view {
        if (!_isDrawn()) return;
        Assert.equal(_driver.drawnNow(), _driver.drawn(), "what the draw made final");
    }

    /// @dev A sum never exceeds its count times the most points of a review.
    function _sumsStayInScale() internal view {
        if (!_isDrawn()) return;
        Rules memory rules = _round().rules();
        (uint256 values, ) = _round().ballotSize();
        uint256 most = 2 * (values / rules.weights.length - 1);
        if (rules.points == PointsRule.Score) {
            most = 0;
            for (uint256 k = 0; k < rules.weights.length; ++k) most += uint256(rules.weights[k]) * rules.maxScore;
        }
        for (uint256 number = 1; number <= _n(); ++number) {
            (uint256 points, uint256 count) = _round().tally(number);
            Assert.atMost(points, count * most, "points");
        }
    }

    /// @dev Counted and spoiled ballots are those settled, never fewer than before, never more than were cast.
    function _settledOnlyGrows() internal view {
        if (!_isFounded()) return;
        (, uint256 cast, uint256 settled) = _round().ballotCounts();
        (uint256 counted, uint256 spoiled) = _driver.settled();
        Assert.equal(settled, counted + spoiled, "settled");
        Assert.atMost(settled, cast, "settled");
        Assert.equal(_driver.watch().shrinks, 0, "shrinks");
        for (uint256 r = 1; r <= _driver.reviewers(); ++r) {
            Assert.holds(_round().isSettled(r) == _driver.isSettled(r), "settled reviewer");
        }
    }

    /// @dev Pages hold the good ballots as they were sent, and nothing else.
    function _pagesHoldWhatWasCast() internal view {
        if (!_isFounded()) return;
        (uint256 pages, uint256 cast, ) = _round().ballotCounts();
        Assert.equal(pages, _driver.pages(), "pages");
        Assert.equal(cast, _driver.cast(), "reviewers who cast");
        for (uint256 page = 1; page <= pages; ++page) {
            Assert.equal(_round().page(page), _driver.pageDigest(page), "page");
        }
        for (uint256 r = 1; r <= _driver.reviewers(); ++r) {
            Assert.equal(_round().lastVersion(r), _driver.lastVersion(r), "last version");
        }
    }

    /// @dev The ranking, once set, is that of the model for good; the selected differ by listed departures only.
    function _rankingStands() internal view {
        if (!_isDrawn()) return;
        (uint256 rankedAt, uint256 recommended, uint256 selected) = _driver.outcome();
        Assert.equal(_round().rankedAt(), rankedAt, "time of the ranking");
        for (uint256 number = 1; number <= _n(); ++number) {
            (bool isRecommended, bool isSelected) = _round().outcome(number);
            Assert.holds(isRecommended == ((recommended >> (number - 1)) & 1 == 1), "recommended");
            Assert.holds(isSelected == ((selected >> (number - 1)) & 1 == 1), "selected");
        }
    }

    /// @dev A new round, whose rules come with the first action.
    function _setUpRound() internal {
        // By its artifact: the compiler would repeat its code in every test that makes one.
        bytes memory code = bytes.concat(vm.getCode("RoundDriver.sol:RoundDriver"), abi.encode(_factory, _verifier));
        address driver;
        assembly ("memory-safe") {
            driver := create(0, add(code, 0x20), mload(code))
        }
        _driver = RoundDriver(driver);
    }

    /// @dev Whatever happened, honest people bring the round to its end, and the laws still hold.
    function _requireEnd() internal {
        _driver.finish(1);
        Assert.holds(_driver.round().phase() >= Phase.Confirmed, "every round ends");
        _requireLaws();
    }

    function _requireLaws() internal view {
        _reviewerCountsOnce();
        _sumsEqualRecount();
        _ownHalfNeverCounts();
        _phasesRunForward();
        _frozenStaysFrozen();
        _drawStands();
        _sumsStayInScale();
        _settledOnlyGrows();
        _pagesHoldWhatWasCast();
        _rankingStands();
    }

    function _actions() internal view returns (bytes4[] memory actions) {
        actions = new bytes4[](10);
        actions[0] = _driver.advance.selector;
        actions[1] = _driver.propose.selector;
        actions[2] = _driver.meddle.selector;
        actions[3] = _driver.castMany.selector;
        actions[4] = _driver.castOne.selector;
        actions[5] = _driver.release.selector;
        actions[6] = _driver.open.selector;
        actions[7] = _driver.rank.selector;
        actions[8] = _driver.decide.selector;
        actions[9] = _driver.wait.selector;
    }

    function _requireListsOutside(Rules memory rules) private view {
        for (uint256 r = 1; r <= _driver.reviewers(); ++r) {
            uint256 own = (r - 1) / rules.seatsPerCommunity + 1;
            uint16[] memory list = _round().listOf(r);
            for (uint256 i = 0; i < list.length; ++i) {
                Assert.holds(list[i] != own, "own proposal");
                bool sameHalf = list[i] != 0 && _driver.halfOf(list[i]) == _driver.halfOf(own);
                Assert.holds(rules.listLength == 0 || !sameHalf, "own half");
            }
        }
    }

    function _isFounded() private view returns (bool) {
        return address(_round()) != address(0);
    }

    function _isDrawn() private view returns (bool) {
        return _isFounded() && _driver.drawn() != 0;
    }

    function _n() private view returns (uint256 n) {
        (, n, ) = _round().rosterSize();
    }

    function _round() private view returns (IRound) {
        return _driver.round();
    }
}

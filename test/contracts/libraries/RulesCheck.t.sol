// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRoundErrors} from "../../../contracts/interfaces/IRoundErrors.sol";
import {IRulesErrors as E} from "../../../contracts/interfaces/IRulesErrors.sol";
import {RulesCheck} from "../../../contracts/libraries/RulesCheck.sol";
import {Holders, PointsRule, Rules} from "../../../contracts/types/Rules.sol";
import {SampleRules} from "../support/SampleRules.sol";
import {vm} from "../support/Vm.sol";

/* RulesCheck: valid rules, one field changed
 * ├── check → the error of that field, with its value and bound; the bound itself passes
 * └── checkRoster → Round_RosterSize, Round_SumOverflow
 */
contract RulesCheckTest {
    uint256 private constant NOW = 1_800_000_000;

    function setUp() public {
        vm.warp(NOW);
    }

    /// @dev Called from outside, so that a refusal can be caught.
    function check(Rules memory rules, Holders memory holders) external view {
        RulesCheck.check(rules, holders);
    }

    function checkRoster(Rules memory rules, uint256 accepted) external pure {
        RulesCheck.checkRoster(rules, accepted);
    }

    function testValidRules() public view {
        this.check(_owners(), SampleRules.holders());
        this.check(_jury(), SampleRules.holders());
    }

    function testHolders() public {
        Holders memory holders = SampleRules.holders();
        holders.admin = address(0);
        _refusesHolders(holders, 0);
        holders = SampleRules.holders();
        holders.registrar = address(0);
        _refusesHolders(holders, 1);
        holders = SampleRules.holders();
        holders.screener = address(0);
        _refusesHolders(holders, 2);
        holders = SampleRules.holders();
        holders.committee = address(0);
        _refusesHolders(holders, 3);
    }

    function testDocument() public {
        Rules memory rules = _owners();
        rules.document = 0;
        _refuses(rules, abi.encodeWithSelector(E.Rules_DocumentMissing.selector));
    }

    function testTimesOfTheRoster() public {
        Rules memory rules = _owners();
        rules.times.registerUntil = uint40(NOW);
        _refusesTime(rules, 0, NOW, NOW + 1);
        rules = _owners();
        rules.times.rosterBy = rules.times.registerUntil;
        _refusesTime(rules, 1, rules.times.rosterBy, rules.times.registerUntil + 1);
        rules = _owners();
        rules.times.freezeBy = rules.times.rosterBy + 1 hours - 1;
        _refusesTime(rules, 2, rules.times.freezeBy, rules.times.rosterBy + 1 hours);
        rules = _owners();
        (rules.times.rollNotice, rules.times.freezeBy) = (0, rules.times.rosterBy);
        _refusesTime(rules, 2, rules.times.freezeBy, rules.times.rosterBy + 1);
    }

    function testTimesOfTheReview() public {
        Rules memory rules = _owners();
        rules.times.drawBy = rules.times.freezeBy + 1 hours - 1;
        _refusesTime(rules, 3, rules.times.drawBy, rules.times.freezeBy + 1 hours);
        rules = _owners();
        rules.times.reviewFrom = rules.times.drawBy - 1;
        _refusesTime(rules, 4, rules.times.reviewFrom, rules.times.drawBy);
        rules = _owners();
        rules.times.close = rules.times.reviewFrom + 1 hours - 1;
        _refusesTime(rules, 5, rules.times.close, rules.times.reviewFrom + 1 hours);
    }

    function testTimesOfTheOpening() public {
        Rules memory rules = _owners();
        rules.times.releaseFrom = rules.times.close + 15 minutes - 1;
        _refusesTime(rules, 6, rules.times.releaseFrom, rules.times.close + 15 minutes);
        rules = _owners();
        rules.times.releaseUntil = rules.times.releaseFrom + 1 hours - 1;
        _refusesTime(rules, 7, rules.times.releaseUntil, rules.times.releaseFrom + 1 hours);
        rules = _owners();
        rules.times.openUntil = rules.times.releaseUntil + 48 hours - 1;
        _refusesTime(rules, 8, rules.times.openUntil, rules.times.releaseUntil + 48 hours);
    }

    /// @dev Times at the end of their type: the sums of the check must not overflow it.
    function testTimesAtTheEndOfTime() public {
        Rules memory rules = _owners();
        rules.times.openUntil = type(uint40).max;
        this.check(rules, SampleRules.holders());
        rules.times.releaseUntil = type(uint40).max;
        _refusesTime(rules, 8, type(uint40).max, uint256(type(uint40).max) + 48 hours);
        rules = _owners();
        rules.times.freezeBy = type(uint40).max;
        _refusesTime(rules, 3, rules.times.drawBy, uint256(type(uint40).max) + 1 hours);
        rules = _owners();
        rules.times.rollNotice = type(uint32).max;
        _refusesTime(rules, 2, rules.times.freezeBy, uint256(rules.times.rosterBy) + type(uint32).max);
    }

    function testTightestTimes() public view {
        Rules memory rules = _owners();
        rules.times.registerUntil = uint40(NOW + 1);
        rules.times.rosterBy = uint40(NOW + 2);
        rules.times.rollNotice = 0;
        rules.times.freezeBy = uint40(NOW + 3);
        rules.times.drawBy = uint40(NOW + 3 + 1 hours);
        rules.times.reviewFrom = rules.times.drawBy;
        rules.times.close = rules.times.reviewFrom + 1 hours;
        rules.times.releaseFrom = rules.times.close + 15 minutes;
        rules.times.releaseUntil = rules.times.releaseFrom + 1 hours;
        rules.times.openUntil = rules.times.releaseUntil + 48 hours;
        this.check(rules, SampleRules.holders());
    }

    function testReviewers() public {
        Rules memory rules = _owners();
        rules.seatsPerCommunity = 0;
        _refuses(rules, abi.encodeWithSelector(E.Rules_Reviewers.selector, 0, 0));
        rules = _owners();
        rules.reviewers = 7;
        _refuses(rules, abi.encodeWithSelector(E.Rules_Reviewers.selector, 2, 7));
        rules = _jury();
        rules.seatsPerCommunity = 2;
        _refuses(rules, abi.encodeWithSelector(E.Rules_Reviewers.selector, 2, 8));
        rules = _jury();
        rules.reviewers = 0;
        _refuses(rules, abi.encodeWithSelector(E.Rules_Reviewers.selector, 0, 0));
        rules = _jury();
        rules.reviewers = 131_073;
        _refuses(rules, abi.encodeWithSelector(E.Rules_ReviewerCount.selector, 131_073, 131_072));
        rules.reviewers = 131_072;
        this.check(rules, SampleRules.holders());
    }

    function testListLength() public {
        Rules memory rules = _owners();
        rules.listLength = 1;
        _refuses(rules, abi.encodeWithSelector(E.Rules_ListLength.selector, 1, 15));
        rules.listLength = 16;
        _refuses(rules, abi.encodeWithSelector(E.Rules_ListLength.selector, 16, 15));
        rules.listLength = 15;
        this.check(rules, SampleRules.holders());
        rules.points = PointsRule.Score;
        rules.listLength = 255;
        this.check(rules, SampleRules.holders());
        rules.listLength = 256;
        _refuses(rules, abi.encodeWithSelector(E.Rules_ListLength.selector, 256, 255));
    }

    /// @dev Lists that no roster can satisfy.
    function testListsWithoutARoster() public {
        Rules memory rules = _owners();
        rules.seatsPerCommunity = 32_768;
        // At most four communities then, but a list of three needs five.
        _refuses(rules, abi.encodeWithSelector(E.Rules_RosterBounds.selector, 5, 4));
        rules.listLength = 2;
        this.check(rules, SampleRules.holders());
        rules = _owners();
        rules.seats = 1_201;
        _refuses(rules, abi.encodeWithSelector(E.Rules_RosterBounds.selector, 1_201, 1_200));
        rules = _jury();
        (rules.budget, rules.seats) = (0, 256);
        _refuses(rules, abi.encodeWithSelector(E.Rules_RosterBounds.selector, 256, 255));
        rules.seats = 255;
        this.check(rules, SampleRules.holders());
    }

    function testWeights() public {
        Rules memory rules = _owners();
        rules.weights = new uint16[](0);
        _refuses(rules, abi.encodeWithSelector(E.Rules_Weights.selector, 0));
        rules.weights = _weights(4);
        rules.weights[2] = 0;
        _refuses(rules, abi.encodeWithSelector(E.Rules_Weights.selector, 2));
        rules.weights = _weights(85);
        this.check(rules, SampleRules.holders());
        rules.weights = _weights(86);
        _refuses(rules, abi.encodeWithSelector(E.Rules_ValueCount.selector, 258, 255));
        rules = _jury();
        rules.weights = _weights(127);
        this.check(rules, SampleRules.holders());
        rules.weights = _weights(128);
        _refuses(rules, abi.encodeWithSelector(E.Rules_ValueCount.selector, 256, 255));
    }

    function testBallot() public {
        Rules memory rules = _owners();
        rules.maxScore = 0;
        _refuses(rules, abi.encodeWithSelector(E.Rules_MaxScore.selector));
        rules = _owners();
        rules.ballotLimit = 0;
        _refuses(rules, abi.encodeWithSelector(E.Rules_BallotLimit.selector, 0, 15));
        rules.ballotLimit = 16;
        _refuses(rules, abi.encodeWithSelector(E.Rules_BallotLimit.selector, 16, 15));
        rules.ballotLimit = 15;
        this.check(rules, SampleRules.holders());
    }

    function testSeatsOrBudget() public {
        Rules memory rules = _owners();
        rules.budget = 5;
        _refuses(rules, abi.encodeWithSelector(E.Rules_SeatsOrBudget.selector, 3, 5));
        (rules.seats, rules.budget) = (0, 0);
        _refuses(rules, abi.encodeWithSelector(E.Rules_SeatsOrBudget.selector, 0, 0));
    }

    function testQuotas() public {
        Rules memory rules = _owners();
        rules.quotas = SampleRules.quotas(1, 1, 2, 2);
        this.check(rules, SampleRules.holders());
        rules.quotas = SampleRules.quotas(1, 1, 1, 2);
        _refuses(rules, abi.encodeWithSelector(E.Rules_Quota.selector, 1, 3, 3));
        rules.quotas = SampleRules.quotas(1, 0, 2, 3);
        _refuses(rules, abi.encodeWithSelector(E.Rules_Quota.selector, 0, 0, 3));
        rules.quotas = SampleRules.quotas(1, 1, 2, 1);
        _refuses(rules, abi.encodeWithSelector(E.Rules_Quota.selector, 2, 2, 3));
        rules.quotas = SampleRules.quotas(1, 2, 2, 2);
        _refuses(rules, abi.encodeWithSelector(E.Rules_Quota.selector, 2, 4, 3));
        rules = _jury();
        rules.quotas = SampleRules.quotas(1, 1, 2, 2);
        _refuses(rules, abi.encodeWithSelector(E.Rules_Quota.selector, 2, 3, 0));
    }

    function testParts() public {
        Rules memory rules = _owners();
        rules.minOpened = 10_001;
        _refuses(rules, abi.encodeWithSelector(E.Rules_MinOpened.selector, 10_001));
        rules.minOpened = 10_000;
        this.check(rules, SampleRules.holders());
        rules.drawDelay = 0;
        _refuses(rules, abi.encodeWithSelector(E.Rules_DrawDelay.selector, 0, 8_000));
        rules.drawDelay = 8_001;
        _refuses(rules, abi.encodeWithSelector(E.Rules_DrawDelay.selector, 8_001, 8_000));
        rules.drawDelay = 8_000;
        this.check(rules, SampleRules.holders());
    }

    function testThreshold() public {
        _refusesTrustees(0, 1);
        _refusesTrustees(2, 1);
        _refusesTrustees(1, 2);
        _refusesTrustees(3, 2);
        _refusesTrustees(1, 0);
        _refusesTrustees(2, 16);
        Rules memory rules = _owners();
        (rules.trustees, rules.threshold) = (_trustees(15), 15);
        this.check(rules, SampleRules.holders());
        rules.threshold = 2;
        this.check(rules, SampleRules.holders());
    }

    function testTrusteesListed() public {
        Rules memory rules = _owners();
        (rules.trustees, rules.threshold) = (_trustees(3), 2);
        rules.trustees[2] = rules.trustees[0];
        _refuses(rules, abi.encodeWithSelector(E.Rules_TrusteeListed.selector, rules.trustees[0]));
        rules.trustees[2] = address(0);
        _refuses(rules, abi.encodeWithSelector(E.Rules_TrusteeListed.selector, address(0)));
    }

    function testVerifiers() public {
        Rules memory rules = _owners();
        rules.verifiers = new address[](4);
        for (uint256 i = 0; i < 4; ++i) rules.verifiers[i] = address(this);
        this.check(rules, SampleRules.holders());
        rules.verifiers[3] = address(0xE0A);
        _refuses(rules, abi.encodeWithSelector(E.Rules_Verifier.selector, address(0xE0A)));
        rules.verifiers = new address[](5);
        for (uint256 i = 0; i < 5; ++i) rules.verifiers[i] = address(this);
        _refuses(rules, abi.encodeWithSelector(E.Rules_Verifier.selector, address(this)));
    }

    function testRosterSize() public {
        Rules memory rules = _owners();
        this.checkRoster(rules, 5);
        _refusesRoster(rules, 4, 5, 1_200);
        this.checkRoster(rules, 1_200);
        _refusesRoster(rules, 1_201, 5, 1_200);
        rules.seatsPerCommunity = 1_000;
        _refusesRoster(rules, 132, 5, 131);
        rules.seats = 6;
        _refusesRoster(rules, 5, 6, 131);
        rules.listLength = 0;
        _refusesRoster(rules, 17, 6, 16);
        rules = _jury();
        _refusesRoster(rules, 1, 2, 255);
        rules.listLength = 7;
        _refusesRoster(rules, 6, 7, 1_200);
    }

    /// @dev With a jury the number of proposals changes nothing: refused at creation already.
    function testSumOverflowOfAnyRoster() public {
        Rules memory rules = _jury();
        (rules.weights[0], rules.maxScore) = (65_535, 255);
        uint256 each = 65_535 * 255;
        uint256 reviewers = (2 ** 40 - 1) / each;
        rules.reviewers = uint32(reviewers);
        this.check(rules, SampleRules.holders());
        rules.reviewers = uint32(reviewers + 1);
        _refuses(rules, abi.encodeWithSelector(E.Rules_SumOverflow.selector, each * (reviewers + 1), 2 ** 40 - 1));
    }

    function testSumOverflowOfALargeRoster() public {
        Rules memory rules = _owners();
        (rules.points, rules.weights[0], rules.maxScore) = (PointsRule.Score, 65_535, 255);
        rules.seatsPerCommunity = 100;
        uint256 each = uint256(65_535) * 255 * 100;
        uint256 n = (2 ** 40 - 1) / each;
        this.check(rules, SampleRules.holders());
        this.checkRoster(rules, n);
        vm.expectRevert(abi.encodeWithSelector(IRoundErrors.Round_SumOverflow.selector, each * (n + 1), 2 ** 40 - 1));
        this.checkRoster(rules, n + 1);
    }

    function _refuses(Rules memory rules, bytes memory answer) private {
        vm.expectRevert(answer);
        this.check(rules, SampleRules.holders());
    }

    function _refusesHolders(Holders memory holders, uint256 role) private {
        vm.expectRevert(abi.encodeWithSelector(E.Rules_HolderMissing.selector, role));
        this.check(_owners(), holders);
    }

    function _refusesTime(Rules memory rules, uint256 index, uint256 time, uint256 earliest) private {
        _refuses(rules, abi.encodeWithSelector(E.Rules_TimeOrder.selector, index, time, earliest));
    }

    function _refusesTrustees(uint8 threshold, uint256 count) private {
        Rules memory rules = _owners();
        (rules.trustees, rules.threshold) = (_trustees(count), threshold);
        _refuses(rules, abi.encodeWithSelector(E.Rules_Trustees.selector, threshold, count, 15));
    }

    function _refusesRoster(Rules memory rules, uint256 accepted, uint256 least, uint256 most) private {
        vm.expectRevert(abi.encodeWithSelector(IRoundErrors.Round_RosterSize.selector, accepted, least, most));
        this.checkRoster(rules, accepted);
    }

    function _owners() private pure returns (Rules memory) {
        return SampleRules.owners(NOW);
    }

    function _jury() private pure returns (Rules memory) {
        return SampleRules.jury(NOW);
    }

    function _weights(uint256 criteria) private pure returns (uint16[] memory weights) {
        weights = new uint16[](criteria);
        for (uint256 k = 0; k < criteria; ++k) weights[k] = 1;
    }

    function _trustees(uint256 count) private pure returns (address[] memory trustees) {
        trustees = new address[](count);
        for (uint256 i = 0; i < count; ++i) trustees[i] = address(uint160(0x7001 + i));
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Draw} from "../../../contracts/libraries/Draw.sol";
import {Lists} from "../../../contracts/libraries/Lists.sol";
import {RulesCheck} from "../../../contracts/libraries/RulesCheck.sol";
import {OrderRule, PointsRule, Quota, Rules, Times} from "../../../contracts/types/Rules.sol";
import {Assert} from "../support/Assert.sol";
import {Dice} from "../support/Dice.sol";
import {SampleRules} from "../support/SampleRules.sol";
import {vm} from "../support/Vm.sol";

/* RulesCheck on random rules near its bounds: whatever passes keeps every promise of docs/protocol.md
 * ├── check → the bounds of each field; some roster fits
 * └── checkRoster → lists without a proposal twice, seats for everyone recommended, sums that fit their lanes
 */
contract RulesCheckFuzzTest {
    using Dice for Dice.Cup;

    uint256 private constant NOW = 1_800_000_000;

    function setUp() public {
        vm.warp(NOW);
    }

    function passes(Rules memory rules) external view {
        RulesCheck.check(rules, SampleRules.holders());
    }

    function passesRoster(Rules memory rules, uint256 accepted) external pure {
        RulesCheck.checkRoster(rules, accepted);
    }

    function testRulesThatPass(uint256 seed) public view {
        Rules memory rules = _rules(Dice.cup(seed));
        try this.passes(rules) {
            _requireTimes(rules.times);
            _requireBounds(rules);
            (uint256 least, uint256 most) = RulesCheck.rosterBounds(rules);
            Assert.holds(least >= 2 && least <= most, "some roster fits");
            this.passesRoster(rules, least);
        } catch {}
    }

    function testRostersThatPass(uint256 seed) public view {
        Dice.Cup memory dice = Dice.cup(seed);
        Rules memory rules = _rules(dice);
        try this.passes(rules) {
            (uint256 least, uint256 most) = RulesCheck.rosterBounds(rules);
            uint256 n = dice.oneIn(2) ? dice.between(least - 1, least + 1) : dice.between(0, most + 1);
            try this.passesRoster(rules, n) {
                Assert.holds(n >= least && n <= most, "inside the bounds");
                _requireRoster(rules, n);
            } catch {}
        } catch {}
    }

    function _requireTimes(Times memory times) private pure {
        Assert.holds(times.registerUntil > NOW, "registerUntil");
        Assert.holds(times.rosterBy > times.registerUntil, "rosterBy");
        Assert.holds(times.freezeBy > times.rosterBy, "freezeBy");
        Assert.holds(times.freezeBy - times.rosterBy >= times.rollNotice, "freezeBy after the notice");
        Assert.holds(times.drawBy >= times.freezeBy + 3_600, "drawBy");
        Assert.holds(times.reviewFrom >= times.drawBy, "reviewFrom");
        Assert.holds(times.close >= times.reviewFrom + 3_600, "close");
        Assert.holds(times.releaseFrom >= times.close + 900, "releaseFrom");
        Assert.holds(times.releaseUntil >= times.releaseFrom + 3_600, "releaseUntil");
        Assert.holds(times.openUntil >= times.releaseUntil + 172_800, "openUntil");
    }

    function _requireBounds(Rules memory rules) private view {
        Assert.holds(rules.owners == (rules.seatsPerCommunity > 0), "seats of communities");
        Assert.holds(rules.owners == (rules.reviewers == 0) && rules.reviewers <= 131_072, "jury");
        Assert.holds(rules.listLength != 1, "list of one");
        if (rules.points == PointsRule.Borda) Assert.atMost(rules.listLength, 15, "Borda list");
        Assert.holds(rules.weights.length > 0 && rules.listLength * rules.weights.length <= 255, "values");
        for (uint256 k = 0; k < rules.weights.length; ++k) Assert.holds(rules.weights[k] > 0, "weight");
        Assert.holds(rules.maxScore > 0, "maxScore");
        Assert.holds(rules.ballotLimit > 0 && rules.ballotLimit < 16, "ballotLimit");
        Assert.holds((rules.seats > 0) != (rules.budget > 0), "seats or budget");
        Assert.holds(rules.minOpened <= 10_000 && rules.drawDelay > 0 && rules.drawDelay <= 8_000, "parts");
        _requireQuotas(rules);
        _requireTrustees(rules);
        Assert.atMost(rules.verifiers.length, 4, "verifiers");
        for (uint256 i = 0; i < rules.verifiers.length; ++i) {
            Assert.holds(rules.verifiers[i].code.length > 0, "verifier with code");
        }
    }

    function _requireQuotas(Rules memory rules) private pure {
        if (rules.quotas.length == 0) return;
        uint256 sum = 0;
        for (uint256 i = 0; i < rules.quotas.length; ++i) {
            sum += rules.quotas[i].seats;
            for (uint256 j = 0; j < i; ++j) {
                Assert.holds(rules.quotas[i].category != rules.quotas[j].category, "categories differ");
            }
        }
        Assert.equal(sum, rules.seats, "sum of the quotas");
    }

    function _requireTrustees(Rules memory rules) private pure {
        uint256 count = rules.trustees.length;
        Assert.holds(count > 0 && count < 16 && rules.threshold <= count, "trustees");
        Assert.holds(rules.threshold >= (count == 1 ? 1 : 2), "threshold");
        for (uint256 i = 0; i < count; ++i) {
            Assert.holds(rules.trustees[i] != address(0), "trustee");
            for (uint256 j = 0; j < i; ++j) Assert.holds(rules.trustees[i] != rules.trustees[j], "trustees differ");
        }
    }

    function _requireRoster(Rules memory rules, uint256 n) private pure {
        Assert.holds(n >= 2 && n <= 1_200, "proposals");
        Assert.atMost(rules.seats, n, "seats");
        uint256 reviewers = rules.owners ? n * rules.seatsPerCommunity : rules.reviewers;
        Assert.atMost(reviewers, 131_072, "reviewers");
        uint256 length = rules.listLength == 0 ? (rules.owners ? n - 1 : n) : rules.listLength;
        Assert.holds(length >= 2 && length * rules.weights.length <= 255, "values of a ballot");
        uint256 most = 2 * (length - 1);
        if (rules.points == PointsRule.Score) {
            most = 0;
            for (uint256 k = 0; k < rules.weights.length; ++k) most += uint256(rules.weights[k]) * rules.maxScore;
        } else {
            Assert.atMost(length, 15, "Borda list");
        }
        Assert.holds(most * reviewers < 2 ** 40, "highest sum");
        _requireListWithoutTwice(rules, n, length);
    }

    function _requireListWithoutTwice(Rules memory rules, uint256 n, uint256 length) private pure {
        bool halves = rules.owners && rules.listLength != 0;
        (bytes memory order, bytes memory offset) = Draw.shuffles(bytes32(n), n, halves);
        uint16[] memory list = Lists.listOf(Lists.fromShuffles(rules, n, bytes.concat(order, offset)), 0);
        Assert.equal(list.length, length, "length of a list");
        bool[] memory seen = new bool[](n + 1);
        for (uint256 i = 0; i < length; ++i) {
            Assert.holds(list[i] <= n && !seen[list[i]], "no proposal twice on a list");
            seen[list[i]] = true;
        }
    }

    /// @dev Mostly valid, each field near a bound now and then.
    function _rules(Dice.Cup memory dice) private view returns (Rules memory rules) {
        rules = dice.oneIn(2) ? SampleRules.owners(NOW) : SampleRules.jury(NOW);
        if (dice.oneIn(6)) rules.times = _times(dice);
        if (dice.oneIn(6)) rules.listLength = uint16(_near(dice, 15, 0));
        if (dice.oneIn(4)) rules.points = dice.oneIn(2) ? PointsRule.Score : PointsRule.Borda;
        if (dice.oneIn(10)) rules.order = OrderRule.Sum;
        if (dice.oneIn(6)) rules.weights = _weights(dice);
        if (dice.oneIn(8)) rules.maxScore = uint8(dice.between(0, 255));
        if (dice.oneIn(12)) rules.ballotLimit = uint8(_near(dice, 15, 0));
        if (dice.oneIn(8)) rules.seatsPerCommunity = uint16(_near(dice, 110, 65_535));
        if (dice.oneIn(8)) rules.reviewers = uint32(_near(dice, 131_072, 0));
        if (dice.oneIn(8)) rules.seats = uint16(_near(dice, 1_200, 16));
        if (dice.oneIn(12)) rules.budget = uint128(dice.between(0, 9));
        if (dice.oneIn(8)) rules.quotas = _quotas(dice);
        if (dice.oneIn(16)) rules.minOpened = uint16(_near(dice, 10_000, 0));
        if (dice.oneIn(16)) rules.drawDelay = uint16(_near(dice, 8_000, 0));
        if (dice.oneIn(8)) rules.trustees = _trustees(dice);
        if (dice.oneIn(6)) rules.threshold = uint8(dice.between(0, 16));
        if (dice.oneIn(12)) rules.verifiers = _verifiers(dice);
    }

    /// @dev Around one of two bounds, or small.
    function _near(Dice.Cup memory dice, uint256 bound, uint256 other) private pure returns (uint256) {
        uint256 kind = dice.between(0, 3);
        if (kind == 0) return dice.between(0, 3);
        if (kind == 1 && other != 0) return dice.between(other - 1, other);
        return kind == 2 ? dice.between(0, bound) : dice.between(bound - 1, bound + 1);
    }

    function _times(Dice.Cup memory dice) private pure returns (Times memory times) {
        times = SampleRules.times(NOW);
        uint256 shift = dice.between(0, 3 days);
        uint256 field = dice.between(0, 9);
        if (field == 0) times.registerUntil = uint40(NOW - 1 days + shift);
        if (field == 1) times.rosterBy = uint40(NOW + shift);
        if (field == 2) times.freezeBy = uint40(NOW + shift);
        if (field == 3) times.drawBy = uint40(NOW + shift);
        if (field == 4) times.reviewFrom = uint40(NOW + shift);
        if (field == 5) times.close = uint40(NOW + shift);
        if (field == 6) times.releaseFrom = uint40(NOW + shift);
        if (field == 7) times.releaseUntil = uint40(NOW + shift);
        if (field == 8) times.openUntil = uint40(NOW + shift);
        if (field == 9) times.rollNotice = uint32(shift);
    }

    function _weights(Dice.Cup memory dice) private pure returns (uint16[] memory weights) {
        weights = new uint16[](dice.oneIn(2) ? dice.between(0, 4) : _near(dice, 255, 128));
        for (uint256 k = 0; k < weights.length; ++k) weights[k] = dice.oneIn(60) ? 0 : uint16(dice.between(1, 65_535));
    }

    function _quotas(Dice.Cup memory dice) private pure returns (Quota[] memory quotas) {
        quotas = new Quota[](dice.between(0, 3));
        for (uint256 i = 0; i < quotas.length; ++i) {
            quotas[i] = Quota({category: uint16(dice.between(0, 9)), seats: uint16(dice.between(0, 2))});
        }
    }

    function _trustees(Dice.Cup memory dice) private pure returns (address[] memory trustees) {
        trustees = new address[](dice.between(0, 16));
        for (uint256 i = 0; i < trustees.length; ++i) trustees[i] = address(uint160(dice.between(0, 400)));
    }

    function _verifiers(Dice.Cup memory dice) private view returns (address[] memory verifiers) {
        verifiers = new address[](dice.between(0, 5));
        for (uint256 i = 0; i < verifiers.length; ++i) verifiers[i] = dice.oneIn(9) ? address(0xE0A) : address(this);
    }
}

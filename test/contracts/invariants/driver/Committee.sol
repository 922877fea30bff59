// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRound} from "../../../../contracts/interfaces/IRound.sol";
import {Departure, Phase, Role} from "../../../../contracts/types/Round.sol";
import {Rules} from "../../../../contracts/types/Rules.sol";
import {OrderModel} from "../../models/OrderModel.sol";
import {SelectionModel} from "../../models/SelectionModel.sol";
import {TypedDataModel} from "../../models/TypedDataModel.sol";
import {Assert} from "../../support/Assert.sol";
import {Dice} from "../../support/Dice.sol";
import {Openers} from "./Openers.sol";

/// @title Ranking, objections and the committee's decision
abstract contract Committee is Openers {
    using Dice for Dice.Cup;

    uint256 private _rankedAt;
    /// @dev Bit number − 1.
    uint256 private _recommended;
    uint256 private _selected;
    bytes32 private _standings;
    mapping(address key => bool hasObjected) private _objected;
    uint256 private _objections;
    mapping(uint256 objection => bool isAnswered) private _answered;

    /// @notice What the ranking said, and what the committee made of it by its listed departures.
    function outcome() external view returns (uint256 rankedAt, uint256 recommended, uint256 selected) {
        return (_rankedAt, _recommended, _selected);
    }

    function rank(uint256 seed) external {
        Dice.Cup memory dice = _throw(seed);
        if (_phase() == Phase.Opening && dice.oneIn(8)) _reach(dice, Phase.Ranking);
        if (_round.seed() == 0) return;
        bool wrong = dice.oneIn(3);
        uint256[][2] memory orders = _orders();
        if (wrong) wrong = _disturb(dice, orders);
        bool isGood = _phase() == Phase.Ranking && !wrong;
        (bool accepted, ) = _send(_anyone(dice), _ranking(orders));
        Assert.holds(accepted == isGood, "ranking");
        if (accepted) _noteRanking();
    }

    function decide(uint256 seed) external {
        Dice.Cup memory dice = _throw(seed);
        if (_phase() == Phase.Ranking || (_phase() == Phase.Opening && dice.oneIn(20))) _reach(dice, Phase.Objections);
        if (_round.seed() == 0) return;
        if (_phase() == Phase.Objections && dice.oneIn(10)) _reach(dice, Phase.Confirmation);
        uint256 act = _phase() == Phase.Confirmation ? 3 : dice.between(0, 3);
        if (act < 2) _object(dice);
        else if (act == 2) _answer(dice);
        else _confirm(dice);
    }

    function _rankHonestly(Dice.Cup memory dice) internal {
        _must(_anyone(dice), _ranking(_orders()), "ranked honestly");
        _noteRanking();
    }

    function _confirmHonestly() internal {
        bytes memory data = abi.encodeCall(IRound.confirm, (new Departure[](0), REASON));
        _must(_holder(Role.Committee), data, "confirmed honestly");
        _selected = _recommended;
    }

    /// @dev The order of each half by the model, over the model's own recount.
    function _orders() internal view returns (uint256[][2] memory orders) {
        Rules memory rules = _loadRules();
        OrderModel.Standing[] memory standings = new OrderModel.Standing[](_n);
        uint256[2] memory sizes;
        for (uint256 number = 1; number <= _n; ++number) {
            (uint256 points, uint256 count) = _recount(number, type(uint256).max);
            uint256 position = _positions[number];
            standings[number - 1] = OrderModel.Standing(points, count, position, number);
            ++sizes[_halves[number]];
        }
        for (uint256 half = 0; half < 2; ++half) {
            orders[half] = new uint256[](sizes[half]);
            for (uint256 number = 1; number <= _n; ++number) {
                if (_halves[number] == half) orders[half][_placeOf(rules, standings, number)] = number;
            }
        }
    }

    /// @dev How many of the same half stand before.
    function _placeOf(
        Rules memory rules,
        OrderModel.Standing[] memory standings,
        uint256 number
    ) private view returns (uint256 place) {
        uint256 neutral = _neutral(rules);
        for (uint256 other = 1; other <= _n; ++other) {
            if (_halves[other] != _halves[number] || other == number) continue;
            bool before = OrderModel.isBefore(
                rules.order,
                rules.ties,
                neutral,
                standings[other - 1],
                standings[number - 1]
            );
            if (before) ++place;
        }
    }

    /// @dev ν: 2(L − 1) for Borda, Σ weight × (maxScore + 1) for Score.
    function _neutral(Rules memory rules) private view returns (uint256 neutral) {
        if (uint256(rules.points) == 1) return 2 * (_lists[1].length - 1);
        for (uint256 k = 0; k < rules.weights.length; ++k) {
            neutral += uint256(rules.weights[k]) * (uint256(rules.maxScore) + 1);
        }
    }

    function _ranking(uint256[][2] memory orders) private pure returns (bytes memory) {
        return abi.encodeCall(IRound.rank, (_packNumbers(orders[0]), _packNumbers(orders[1])));
    }

    /// @dev Makes the order wrong, if it is long enough.
    function _disturb(Dice.Cup memory dice, uint256[][2] memory orders) private view returns (bool) {
        uint256[] memory first = orders[0];
        if (first.length < 2) return false;
        uint256 place = dice.between(1, first.length - 1);
        uint256 way = dice.between(0, 3);
        if (way == 0) (first[place - 1], first[place]) = (first[place], first[place - 1]);
        if (way == 1) first[place] = first[place - 1];
        if (way == 2) first[place] = orders[1].length == 0 ? _n + 1 : orders[1][0];
        if (way == 3) orders[0] = new uint256[](first.length - 1);
        return true;
    }

    function _noteRanking() private {
        _rankedAt = _now;
        _recommended = SelectionModel.recommended(_loadRules(), _standingsOf(_orders()));
        _note(_recommended == 0 ? "ranked, nobody recommended" : "ranked");
    }

    function _standingsOf(
        uint256[][2] memory orders
    ) private view returns (SelectionModel.Standing[][2] memory standings) {
        for (uint256 half = 0; half < 2; ++half) {
            standings[half] = new SelectionModel.Standing[](orders[half].length);
            for (uint256 i = 0; i < orders[half].length; ++i) standings[half][i] = _standing(orders[half][i]);
        }
    }

    function _standing(uint256 number) private view returns (SelectionModel.Standing memory) {
        (, uint256 count) = _recount(number, type(uint256).max);
        (, uint16 category, uint128 ask) = _round.rosterEntry(number);
        return SelectionModel.Standing(number, count, category, ask, _round.isWithdrawn(number));
    }

    function _object(Dice.Cup memory dice) internal {
        bytes32 digest = dice.oneIn(8) ? bytes32(0) : bytes32(dice.word());
        bytes32 signed = TypedDataModel.objection(address(_round), digest);
        if (dice.oneIn(2)) {
            uint256 applicant = dice.between(0, APPLICANTS - 1);
            (address sender, bytes memory signature, bool isGood) = _authorize(dice, applicant, signed);
            address key = _applicant(applicant);
            isGood = isGood && digest != 0 && _round.proposal(key).number != 0;
            _objectBy(key, sender, abi.encodeCall(IRound.objectAsApplicant, (key, digest, signature)), isGood);
        } else {
            uint256 reviewer = dice.between(0, _reviewers + 1);
            Signer memory signer = _roll[reviewer];
            bool isGood = digest != 0 && signer.key != address(0) && !dice.oneIn(4);
            if (!isGood) signer.secret = 0xBAD;
            bytes memory signature = _alone(signer, signed);
            bytes memory data = abi.encodeCall(IRound.objectAsReviewer, (reviewer, digest, signature));
            _objectBy(signer.key, _anyone(dice), data, isGood);
        }
    }

    function _objectBy(address key, address sender, bytes memory data, bool isGood) private {
        isGood = isGood && _phase() == Phase.Objections && !_objected[key];
        (bool accepted, ) = _send(sender, data);
        Assert.holds(accepted == isGood, "objection");
        if (!accepted) return;
        _objected[key] = true;
        ++_objections;
        _note("objected");
    }

    function _answer(Dice.Cup memory dice) internal {
        uint256 objection = dice.between(0, _objections + 1);
        address sender = dice.oneIn(4) ? _anyone(dice) : _holder(Role.Committee);
        bool isGood = sender == _holder(Role.Committee) && objection != 0 && objection <= _objections;
        bool inTime = _phase() == Phase.Objections || _phase() == Phase.Answers;
        isGood = isGood && inTime && !_answered[objection];
        (bool accepted, ) = _send(sender, abi.encodeCall(IRound.answerObjection, (objection, REASON)));
        Assert.holds(accepted == isGood, "answer");
        if (!accepted) return;
        _answered[objection] = true;
        _note("answered");
    }

    function _confirm(Dice.Cup memory dice) internal {
        Departure[] memory departures = new Departure[](dice.between(0, 2));
        for (uint256 i = 0; i < departures.length; ++i) departures[i] = _departure(dice);
        address sender = dice.oneIn(4) ? _anyone(dice) : _holder(Role.Committee);
        bool isGood = sender == _holder(Role.Committee) && _phase() == Phase.Confirmation;
        (bool allowed, uint256 selected) = _depart(departures);
        (bool accepted, ) = _send(sender, abi.encodeCall(IRound.confirm, (departures, REASON)));
        Assert.holds(accepted == (isGood && allowed), "confirmation");
        if (!accepted) return;
        _selected = selected;
        _note(selected == _recommended ? "confirmed as ranked" : "confirmed with departures");
    }

    /// @dev Mostly one that may be removed, and one of the same half or nobody for it.
    function _departure(Dice.Cup memory dice) private view returns (Departure memory departure) {
        uint256 removed = dice.between(1, _n);
        for (uint256 i = 0; i < _n && (_recommended >> (removed - 1)) & 1 == 0; ++i) removed = (removed % _n) + 1;
        uint256 added = dice.oneIn(3) ? 0 : dice.between(1, _n);
        for (uint256 i = 0; i < _n && added != 0 && !_isFree(added, removed); ++i) added = (added % _n) + 1;
        if (dice.oneIn(6)) added = dice.between(0, _n + 1);
        bytes32 reason = dice.oneIn(12) ? bytes32(0) : REASON;
        return Departure({removed: uint16(removed), added: uint16(added), reason: reason});
    }

    function _isFree(uint256 added, uint256 removed) private view returns (bool) {
        return (_recommended >> (added - 1)) & 1 == 0 && _halves[added] == _halves[removed];
    }

    /// @dev Whether docs/protocol.md allows the departures, and who is selected then.
    function _depart(Departure[] memory departures) private view returns (bool allowed, uint256 selected) {
        Rules memory rules = _loadRules();
        selected = _recommended;
        for (uint256 i = 0; i < departures.length; ++i) {
            uint256 bit = departures[i].removed == 0 ? 0 : 1 << (departures[i].removed - 1);
            if (departures[i].reason == 0 || selected & bit == 0) return (false, selected);
            selected &= ~bit;
        }
        for (uint256 i = 0; i < departures.length; ++i) {
            if (departures[i].added == 0) continue;
            if (!_mayReplace(rules, departures[i]) || _hasBit(selected, departures[i].added)) return (false, selected);
            selected |= 1 << (departures[i].added - 1);
        }
        return (rules.budget == 0 || _isWithinBudget(rules, selected), selected);
    }

    function _mayReplace(Rules memory rules, Departure memory departure) private view returns (bool) {
        if (departure.added > _n || _hasBit(_recommended, departure.added)) return false;
        SelectionModel.Standing memory added = _standing(departure.added);
        SelectionModel.Standing memory removed = _standing(departure.removed);
        bool sameHalf = _halves[added.number] == _halves[removed.number];
        bool sameCategory = rules.quotas.length == 0 || added.category == removed.category;
        return SelectionModel.isEligible(rules, added) && sameHalf && sameCategory;
    }

    function _isWithinBudget(Rules memory rules, uint256 selected) private view returns (bool) {
        SelectionModel.Standing[][2] memory standings = _standingsOf(_orders());
        for (uint256 half = 0; half < 2; ++half) {
            uint256 spent = 0;
            for (uint256 i = 0; i < standings[half].length; ++i) {
                if (_hasBit(selected, standings[half][i].number)) spent += standings[half][i].ask;
            }
            if (spent > SelectionModel.budgetOf(rules.budget, half, standings)) return false;
        }
        return true;
    }

    function _hasBit(uint256 bits, uint256 number) private pure returns (bool) {
        return (bits >> (number - 1)) & 1 == 1;
    }

    function _packNumbers(uint256[] memory numbers) private pure returns (bytes memory packed) {
        for (uint256 i = 0; i < numbers.length; ++i) packed = abi.encodePacked(packed, uint16(numbers[i]));
    }
}

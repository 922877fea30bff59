// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRound} from "../../../../contracts/interfaces/IRound.sol";
import {RoundFactory} from "../../../../contracts/RoundFactory.sol";
import {Phase, Role} from "../../../../contracts/types/Round.sol";
import {Rules} from "../../../../contracts/types/Rules.sol";
import {Assert} from "../../support/Assert.sol";
import {Dice} from "../../support/Dice.sol";
import {SampleRules} from "../../support/SampleRules.sol";
import {vm} from "../../support/Vm.sol";
import {RandomRules} from "./RandomRules.sol";

/// @title A real round, the clock, and calls by anyone
/// @notice Every call and every step of the clock is followed by a look at what must only go one way.
abstract contract World {
    using Dice for Dice.Cup;

    /// @notice A call that had to be accepted was refused with this answer.
    error Refused(string what, bytes answer);

    /// @dev What was seen of the things that only go one way.
    struct Watch {
        Phase phase;
        uint256 settled;
        uint256 stepsBack;
        uint256 shrinks;
    }

    uint256 internal constant START = 1_800_000_000;

    RoundFactory private immutable FACTORY;
    address internal immutable VERIFIER;

    IRound internal _round;
    /// @dev Proposals that honest applicants see to.
    uint256 internal _wanted;
    uint256 internal _now;
    uint256 internal _height = 1_000;
    bytes private _rules;
    Watch private _watch;
    mapping(string what => uint256 times) private _reached;

    constructor(RoundFactory factory, address verifier) {
        FACTORY = factory;
        VERIFIER = verifier;
    }

    /// @notice How often something worth reaching happened.
    function reached(string calldata what) external view returns (uint256) {
        return _reached[what];
    }

    function watch() external view returns (Watch memory) {
        return _watch;
    }

    function round() external view returns (IRound) {
        return _round;
    }

    /// @dev The dice of one action, the round made before the first one.
    function _throw(uint256 seed) internal returns (Dice.Cup memory dice) {
        dice = Dice.cup(uint256(keccak256(abi.encode(seed, _now, _watch.settled, _height))));
        if (address(_round) == address(0)) _found(dice);
        ++_height;
        vm.roll(_height);
    }

    function _loadRules() internal view returns (Rules memory) {
        return abi.decode(_rules, (Rules));
    }

    function _phase() internal view returns (Phase) {
        return _watch.phase;
    }

    /// @dev Cancelled, lapsed, failed or confirmed: nothing can happen any more.
    function _isOver() internal view returns (bool) {
        return _watch.phase >= Phase.Confirmed;
    }

    function _holder(Role role) internal view returns (address) {
        return _round.holder(role);
    }

    function _send(address sender, bytes memory data) internal returns (bool accepted, bytes memory answer) {
        vm.prank(sender);
        // solhint-disable-next-line avoid-low-level-calls
        (accepted, answer) = address(_round).call(data);
        _look();
    }

    function _must(address sender, bytes memory data, string memory what) internal {
        (bool accepted, bytes memory answer) = _send(sender, data);
        if (!accepted) revert Refused(what, answer);
        _note(what);
    }

    function _mustNot(address sender, bytes memory data, string memory what) internal {
        (bool accepted, ) = _send(sender, data);
        Assert.holds(!accepted, what);
    }

    /// @dev The clock never goes back.
    function _waitUntil(uint256 time) internal {
        if (time <= _now) return;
        _now = time;
        vm.warp(time);
        _look();
    }

    function _note(string memory what) internal {
        ++_reached[what];
    }

    function _found(Dice.Cup memory dice) private {
        _now = START;
        vm.warp(START);
        vm.roll(_height);
        Rules memory rules = RandomRules.any(dice, START, VERIFIER);
        _rules = abi.encode(rules);
        _round = IRound(FACTORY.createRound(rules, SampleRules.holders(), bytes32(dice.word())));
        Assert.equal(_round.rulesDigest(), keccak256(_rules), "digest of the rules");
        uint256 least = rules.listLength == 0 ? 3 : (rules.owners ? 2 : 1) * uint256(rules.listLength);
        _wanted = dice.between(least > 4 ? least : 4, RandomRules.MOST_PROPOSALS);
        _look();
    }

    function _look() private {
        Phase phase = _round.phase();
        bool moved = phase != _watch.phase;
        if (phase < _watch.phase || (moved && _isOver())) ++_watch.stepsBack;
        _watch.phase = phase;
        (, , uint256 settled) = _round.ballotCounts();
        if (settled < _watch.settled) ++_watch.shrinks;
        _watch.settled = settled;
    }
}

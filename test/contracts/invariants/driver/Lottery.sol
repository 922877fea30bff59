// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRound} from "../../../../contracts/interfaces/IRound.sol";
import {Purpose} from "../../../../contracts/types/Round.sol";
import {Rules} from "../../../../contracts/types/Rules.sol";
import {DrawModel} from "../../models/DrawModel.sol";
import {Assert} from "../../support/Assert.sol";
import {BlockHistory} from "../../support/BlockHistory.sol";
import {Dice} from "../../support/Dice.sol";
import {vm} from "../../support/Vm.sol";
import {Words} from "../../support/Words.sol";
import {Officials} from "./Officials.sol";

/// @title The draw, and its model
abstract contract Lottery is Officials {
    using Dice for Dice.Cup;
    using Words for uint16[];

    uint256 private constant WINDOW = 8_191;

    /// @dev The model's lists of all reviewers, and half and position of all proposals, both from 1.
    mapping(uint256 reviewer => uint256[] list) internal _lists;
    mapping(uint256 number => uint256 half) internal _halves;
    mapping(uint256 number => uint256 position) internal _positions;
    bytes32 private _drawn;

    /// @notice Digest of all that the draw made final; zero before it.
    function drawn() external view returns (bytes32) {
        return _drawn;
    }

    /// @notice The same digest of what the round says now.
    function drawnNow() external view returns (bytes32) {
        return _digestOfDrawn();
    }

    function halfOf(uint256 number) external view returns (uint256) {
        return _halves[number];
    }

    /// @dev The next thing that honest people do between the freeze and the review.
    function _prepareDraw(Dice.Cup memory dice) internal {
        (, bytes32 hash) = _round.drawBlock();
        if (_drawn != 0) _waitUntil(_loadRules().times.reviewFrom);
        else if (hash == 0) _storeHash(dice);
        else if (_released(Purpose.Lottery) < _loadRules().threshold) _releaseHonestly(dice, Purpose.Lottery);
        else _draw(dice);
    }

    /// @dev Called after whoever drew.
    function _noteDraw() internal {
        Rules memory rules = _loadRules();
        (, bytes32 hash) = _round.drawBlock();
        uint256 lotteryKey = _share(Purpose.Lottery, 0);
        bytes32 seed = DrawModel.seedOf(block.chainid, address(_round), lotteryKey, hash);
        Assert.equal(_round.seed(), seed, "seed");
        _keepModel(DrawModel.draw(seed, _n, rules.listLength, rules.seatsPerCommunity));
        _drawn = _digestOfDrawn();
        _note("drawn");
    }

    /// @dev Often at once, sometimes after the hash is in the chain's history only, or no longer anywhere.
    function _storeHash(Dice.Cup memory dice) private {
        (uint256 first, ) = _round.drawBlock();
        uint256 late = dice.oneIn(2) ? dice.between(1, 200) : dice.between(1, 3 * WINDOW);
        if (first + late > _height) _height = first + late;
        vm.roll(_height);
        uint256 expected = first + ((_height - 1 - first) / WINDOW) * WINDOW;
        if (expected + 256 < _height) BlockHistory.keep(expected, bytes32(dice.word()));
        _must(_anyone(dice), abi.encodeCall(IRound.storeDrawBlock, ()), "block hash stored");
        (uint256 number, ) = _round.drawBlock();
        Assert.equal(number, expected, "fixed block");
        if (expected != first) _note("later fixed block");
    }

    function _draw(Dice.Cup memory dice) private {
        _must(_anyone(dice), abi.encodeCall(IRound.draw, ()), "drawn by anyone");
        _noteDraw();
    }

    function _keepModel(DrawModel.Draw memory model) private {
        for (uint256 number = 1; number <= _n; ++number) {
            _halves[number] = DrawModel.halfOf(model, number - 1);
            _positions[number] = DrawModel.positionOf(model, number - 1);
        }
        for (uint256 r = 1; r <= _reviewers; ++r) {
            _lists[r] = DrawModel.listOf(model, r - 1);
            Assert.equal(_round.listOf(r).widen(), _lists[r], "list");
        }
    }

    /// @dev The draw's inputs and all that reviewers see of it.
    function _digestOfDrawn() private view returns (bytes32) {
        (uint256 number, bytes32 hash) = _round.drawBlock();
        (bytes memory order, bytes memory offset) = _round.shuffles();
        (uint256 values, uint256 envelope) = _round.ballotSize();
        bytes memory all = abi.encode(number, hash, _round.seed(), order, offset, values, envelope);
        for (uint256 r = 1; r <= _reviewers; ++r) all = bytes.concat(all, abi.encode(_round.listOf(r)));
        return keccak256(all);
    }
}

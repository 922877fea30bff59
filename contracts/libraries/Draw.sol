// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Blockhash} from "@openzeppelin/contracts/utils/Blockhash.sol";
import {SSTORE2} from "solady/src/utils/SSTORE2.sol";
import {IRoundErrors} from "../interfaces/IRoundErrors.sol";
import {IRoundEvents} from "../interfaces/IRoundEvents.sol";
import {Phase} from "../types/Round.sol";
import {Rules} from "../types/Rules.sol";
import {DrawState, Review, State} from "../types/State.sol";
import {Phases} from "./Phases.sol";
import {RulesCode} from "./RulesCode.sol";
import {Shuffle} from "./Shuffle.sol";
import {Trustees} from "./Trustees.sol";

/// @title The public lottery
/// @notice The seed needs a block hash that nobody knows at the freeze and a key that no fewer than t trustees know.
/// The hash is stored before any share is accepted, and any t shares give the same key: whoever withholds chooses
/// nothing.
library Draw {
    /// @dev EIP-2935 serves so many blocks; a missed fixed block is followed by the next one so far away.
    uint256 private constant HISTORY = 8_191;
    uint256 private constant PURPOSE_ORDER = 1;
    uint256 private constant PURPOSE_OFFSET = 2;

    function storeBlockHash(State storage state) external {
        Phases.require_(state, Phase.Draw);
        DrawState storage self = state.draw;
        if (self.blockHash != 0) revert IRoundErrors.Round_BlockHashStored();
        uint256 first = self.drawBlock;
        if (block.number <= first) revert IRoundErrors.Round_BlockTooEarly(first);
        uint256 fixedBlock = first + ((block.number - 1 - first) / HISTORY) * HISTORY;
        bytes32 hash = Blockhash.blockHash(fixedBlock);
        if (hash == 0) revert IRoundErrors.Round_BlockHashMissing(fixedBlock);
        self.drawBlock = uint64(fixedBlock);
        self.blockHash = hash;
        emit IRoundEvents.DrawBlockStored(fixedBlock, hash);
    }

    function draw(State storage state) external {
        Phases.require_(state, Phase.Draw);
        DrawState storage self = state.draw;
        if (self.seed != 0) revert IRoundErrors.Round_Drawn();
        if (self.blockHash == 0) revert IRoundErrors.Round_BlockHashFirst();
        uint256 lotteryKey = Trustees.lotteryKey(state);
        bytes32 seed = keccak256(
            abi.encodePacked("dure seed", block.chainid, address(this), lotteryKey, self.blockHash)
        );

        Rules memory rules = RulesCode.load();
        uint256 n = state.proposals.onRoster;
        (bytes memory order, bytes memory offset) = shuffles(seed, n, RulesCode.hasHalves(rules));
        self.seed = seed;
        self.shuffles = SSTORE2.write(bytes.concat(order, offset));
        state.ballots.review = Review({
            from: rules.times.reviewFrom,
            close: rules.times.close,
            reviewers: uint32(RulesCode.reviewerCount(rules, n)),
            pages: 0,
            cast: 0,
            ballotLimit: rules.ballotLimit,
            values: uint8(RulesCode.listLength(rules, n) * rules.weights.length)
        });
        emit IRoundEvents.Drawn(lotteryKey, seed, order, offset);
    }

    /// @notice The shuffles of a seed: `order` over n (with halves over n rounded up to even), `offset` over a half.
    function shuffles(
        bytes32 seed,
        uint256 n,
        bool halves
    ) internal pure returns (bytes memory order, bytes memory offset) {
        uint256 half = (n + 1) / 2;
        order = Shuffle.pack(Shuffle.shuffle(seed, PURPOSE_ORDER, halves ? 2 * half : n));
        offset = Shuffle.pack(Shuffle.shuffle(seed, PURPOSE_OFFSET, halves ? half : 0));
    }
}

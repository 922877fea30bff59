// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IRoundFactory} from "./interfaces/IRoundFactory.sol";
import {RulesCheck} from "./libraries/RulesCheck.sol";
import {Round} from "./Round.sol";
import {Holders, Rules} from "./types/Rules.sol";

/// @title Makes rounds
contract RoundFactory is IRoundFactory {
    address private immutable IMPLEMENTATION;

    mapping(address round => bool isMade) private _isRound;

    /// @param implementation_ The contract behind every round, linked to its libraries.
    constructor(address implementation_) {
        IMPLEMENTATION = implementation_;
    }

    /// @inheritdoc IRoundFactory
    function createRound(
        Rules calldata rules,
        Holders calldata holders,
        bytes32 salt
    ) external returns (address round) {
        RulesCheck.check(rules, holders);
        bytes memory encoded = abi.encode(rules);
        // The caller's address in the salt: nobody can take the place of someone else's round.
        round = Clones.cloneDeterministicWithImmutableArgs(
            IMPLEMENTATION,
            encoded,
            keccak256(abi.encode(msg.sender, salt))
        );
        _isRound[round] = true;
        emit RoundCreated(round, msg.sender, keccak256(encoded));
        Round(round).open(holders);
    }

    /// @inheritdoc IRoundFactory
    function implementation() external view returns (address) {
        return IMPLEMENTATION;
    }

    /// @inheritdoc IRoundFactory
    function isRound(address round) external view returns (bool) {
        return _isRound[round];
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Holders, Rules} from "../types/Rules.sol";
import {IRulesErrors} from "./IRulesErrors.sol";

/// @title Makes rounds
/// @notice Each round is a clone that carries its rules as immutable arguments in its own code.
interface IRoundFactory is IRulesErrors {
    /// @notice A round was made.
    event RoundCreated(address indexed round, address indexed creator, bytes32 indexed rulesDigest);

    /// @notice Makes a round. Anyone may; the factory keeps no power over it.
    /// @param rules All the rules; refused with a Rules_ error if the round could never finish.
    /// @param holders The holders of the roles.
    /// @param salt With the caller's address it fixes the round's address.
    function createRound(Rules calldata rules, Holders calldata holders, bytes32 salt) external returns (address round);

    /// @notice The contract behind every round of this factory.
    function implementation() external view returns (address);

    /// @notice True if this factory made the round.
    function isRound(address round) external view returns (bool);
}

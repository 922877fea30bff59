// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Semaphore} from "@semaphore-protocol/contracts/Semaphore.sol";
import {ISemaphoreVerifier} from "@semaphore-protocol/contracts/interfaces/ISemaphoreVerifier.sol";

/// @title The Semaphore that the bench compares with
/// @notice Semaphore 4 unchanged, named here so that Hardhat builds it.
/// @dev Bench only, never deployed with a round. Built without via-IR, as hardhat.config.ts says: so it is cheapest.
contract PeerSemaphore is Semaphore {
    constructor(ISemaphoreVerifier verifier_) Semaphore(verifier_) {}
}

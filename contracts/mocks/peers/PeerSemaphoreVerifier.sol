// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SemaphoreVerifier} from "@semaphore-protocol/contracts/base/SemaphoreVerifier.sol";

/// @title The proof verifier of the Semaphore that the bench compares with
/// @notice Semaphore's Groth16 verifier with its published keys, unchanged, named here so that Hardhat builds it.
/// @dev Bench only, never deployed with a round. Same settings as PeerSemaphore.
// solhint-disable-next-line no-empty-blocks
contract PeerSemaphoreVerifier is SemaphoreVerifier {}

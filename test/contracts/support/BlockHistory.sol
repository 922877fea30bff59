// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {vm} from "./Vm.sol";

/// @title Hashes of old blocks (EIP-2935), which the simulated chain does not keep
library BlockHistory {
    address private constant STORAGE = 0x0000F90827F1C53a10cb7A02335B175320002935;
    uint256 private constant WINDOW = 8_191;
    /// @dev The code that EIP-2935 puts there.
    bytes private constant CODE =
        hex"3373fffffffffffffffffffffffffffffffffffffffe14604657602036036042575f35600143038111604257611fff81430311604257611fff9006545f5260205ff35b5f5ffd5b5f35611fff60014303065500";

    function keep(uint256 number, bytes32 hash) internal {
        vm.etch(STORAGE, CODE);
        vm.store(STORAGE, bytes32(number % WINDOW), hash);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";

/// @title Many calls in one transaction
/// @notice What a test sets up by hundreds of calls, it sets up here at once.
/// @dev Tests only, never deployed with a round.
contract Bundle {
    function send(address target, bytes[] calldata calls) external returns (bytes[] memory answers) {
        answers = new bytes[](calls.length);
        for (uint256 i = 0; i < calls.length; ++i) answers[i] = Address.functionCall(target, calls[i]);
    }
}

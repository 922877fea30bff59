// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

/// @title The OpenZeppelin Governor that the bench compares with
/// @notice Plain counting, votes from a token with delegation, and the three figures that OpenZeppelin leaves open.
/// @dev Bench only, never deployed with a round. No module is added that a vote would have to pay for.
contract PeerGovernor is Governor, GovernorCountingSimple, GovernorVotes {
    constructor(IVotes token_) Governor("Peer Governor") GovernorVotes(token_) {}

    function votingDelay() public pure override returns (uint256) {
        return 1;
    }

    function votingPeriod() public pure override returns (uint256) {
        return 50_400;
    }

    function quorum(uint256) public pure override returns (uint256) {
        return 1;
    }
}

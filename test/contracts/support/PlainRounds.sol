// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Phase} from "../../../contracts/types/Round.sol";

/// @title What Receipts asks a round, set by the test
contract PlainRound {
    Phase public phase;
    mapping(uint256 reviewer => uint8 version) public lastVersion;

    function setPhase(Phase phase_) external {
        phase = phase_;
    }

    function setLastVersion(uint256 reviewer, uint8 version) external {
        lastVersion[reviewer] = version;
    }
}

/// @title What Receipts asks the factory: these rounds are its own
contract PlainRounds {
    mapping(address round => bool isMade) public isRound;

    function make() external returns (PlainRound round) {
        round = new PlainRound();
        isRound[address(round)] = true;
    }
}

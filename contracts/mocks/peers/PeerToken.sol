// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/// @title The voting token of the Governor that the bench compares with
/// @notice OpenZeppelin's ERC20Votes with nothing of ours but a mint at deployment.
/// @dev Bench only, never deployed with a round.
contract PeerToken is ERC20, ERC20Votes {
    constructor(address[] memory holders, uint256 each) ERC20("Peer Token", "PEER") EIP712("Peer Token", "1") {
        for (uint256 i = 0; i < holders.length; ++i) _mint(holders[i], each);
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Votes) {
        super._update(from, to, value);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SSTORE2} from "solady/src/utils/SSTORE2.sol";
import {State} from "../../../contracts/types/State.sol";

/// @title A roster of up to 256 proposals in a test's own state, as the round keeps it
library Roster {
    /// @param withdrawn One word a proposal, 0 for one that stands.
    function write(
        State storage state,
        uint256[] memory categories,
        uint256[] memory asks,
        uint256[] memory withdrawn
    ) internal {
        bytes memory packed;
        uint256 bits = 0;
        for (uint256 i = 0; i < categories.length; ++i) {
            packed = abi.encodePacked(packed, address(uint160(i + 1)), uint16(categories[i]), uint128(asks[i]));
            if (withdrawn[i] != 0) bits |= 1 << i;
        }
        state.proposals.onRoster = uint16(categories.length);
        state.proposals.parts[0] = SSTORE2.write(packed);
        state.proposals.withdrawn[0] = bits;
    }
}

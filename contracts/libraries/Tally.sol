// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TallyState} from "../types/State.sol";

/// @title Sums and counts per proposal
/// @notice Four proposals share a slot, so that counting a page of ballots costs a quarter of the writes.
/// @dev Lane: points (40 bits) ‖ count (24 bits). The roster is refused if a lane could overflow.
library Tally {
    uint256 private constant COUNT_BITS = 24;
    uint256 private constant LANE_BITS = 64;

    /// @notice Adds `lanes[number]` to each proposal's lane (`lanes[0]` belongs to the blank card and stays zero).
    function add(TallyState storage self, uint256[] memory lanes) internal {
        uint256 n = lanes.length - 1;
        // Bounds: indices up to n; lanes do not overflow (see above).
        unchecked {
            for (uint256 first = 0; first < n; first += 4) {
                uint256 delta = lanes[first + 1];
                uint256 last = n - first < 4 ? n - first : 4;
                for (uint256 lane = 1; lane < last; ++lane) delta |= lanes[first + 1 + lane] << (LANE_BITS * lane);
                if (delta != 0) self.words[first / 4] += delta;
            }
        }
    }

    /// @notice Points and count of the proposal with this index.
    function read(TallyState storage self, uint256 index) internal view returns (uint256 points, uint256 count) {
        return split(self.words[index / 4] >> (LANE_BITS * (index % 4)));
    }

    /// @notice Points and counts of all `n` proposals, by index.
    function all(
        TallyState storage self,
        uint256 n
    ) internal view returns (uint256[] memory points, uint256[] memory counts) {
        points = new uint256[](n);
        counts = new uint256[](n);
        uint256 word = 0;
        // Bound: index < n.
        unchecked {
            for (uint256 index = 0; index < n; ++index) {
                word = index % 4 == 0 ? self.words[index / 4] : word >> LANE_BITS;
                (points[index], counts[index]) = split(word);
            }
        }
    }

    /// @notice Points and count in the lowest lane.
    function split(uint256 lane) internal pure returns (uint256 points, uint256 count) {
        return ((lane & type(uint64).max) >> COUNT_BITS, lane & (2 ** COUNT_BITS - 1));
    }
}

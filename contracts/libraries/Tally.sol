// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Rules} from "../types/Rules.sol";
import {TallyState} from "../types/State.sol";
import {RulesCode} from "./RulesCode.sol";

/// @title Sums and counts per proposal
/// @notice Several proposals share a slot, so that counting a page of ballots costs that much fewer writes: eight where
/// 20 bits hold any sum of points and 12 bits any count, as in rounds with lists of usual length, else four.
/// @dev Lane: points ‖ count, the first proposal lowest. The roster is refused if the wide lane could overflow.
library Tally {
    /// @dev How lanes lie in a slot.
    struct Shape {
        uint256 perSlot;
        uint256 laneBits;
        uint256 countBits;
    }

    /// @dev In memory a lane is points (40 bits) ‖ count (24 bits).
    uint256 private constant COUNT_BITS = 24;

    /// @notice The shape of the tally of a round with `n` proposals on the roster.
    function shapeOf(Rules memory rules, uint256 n) internal pure returns (Shape memory) {
        uint256 reviews = RulesCode.mostReviews(rules, n);
        bool narrow = reviews < 2 ** 12 && reviews * RulesCode.mostPoints(rules, n) < 2 ** 20;
        return
            narrow
                ? Shape({perSlot: 8, laneBits: 32, countBits: 12})
                : Shape({perSlot: 4, laneBits: 64, countBits: COUNT_BITS});
    }

    /// @notice Adds `lanes[number]` to each proposal's lane (`lanes[0]` belongs to the blank card and stays zero).
    function add(TallyState storage self, Shape memory shape, uint256[] memory lanes) internal {
        uint256 n = lanes.length - 1;
        uint256 narrowing = COUNT_BITS - shape.countBits;
        uint256 count = 2 ** shape.countBits - 1;
        uint256 number = 1;
        // Bounds: numbers up to n; lanes do not overflow (see above).
        unchecked {
            for (uint256 slot = 0; number <= n; ++slot) {
                uint256 delta = 0;
                for (uint256 shift = 0; shift < 256 && number <= n; shift += shape.laneBits) {
                    uint256 lane = lanes[number];
                    ++number;
                    delta |= (((lane >> narrowing) & ~count) | (lane & count)) << shift;
                }
                if (delta != 0) self.slots[slot] += delta;
            }
        }
    }

    /// @notice Points and count of the proposal with this index.
    function read(
        TallyState storage self,
        Shape memory shape,
        uint256 index
    ) internal view returns (uint256 points, uint256 count) {
        return _split(shape, self.slots[index / shape.perSlot] >> (shape.laneBits * (index % shape.perSlot)));
    }

    /// @notice Points and counts of all `n` proposals, by index.
    function all(
        TallyState storage self,
        Shape memory shape,
        uint256 n
    ) internal view returns (uint256[] memory points, uint256[] memory counts) {
        points = new uint256[](n);
        counts = new uint256[](n);
        uint256 slot = 0;
        // Bound: index < n.
        unchecked {
            for (uint256 index = 0; index < n; ++index) {
                slot = index % shape.perSlot == 0 ? self.slots[index / shape.perSlot] : slot >> shape.laneBits;
                (points[index], counts[index]) = _split(shape, slot);
            }
        }
    }

    /// @dev Points and count in the lowest lane.
    function _split(Shape memory shape, uint256 slot) private pure returns (uint256 points, uint256 count) {
        uint256 lane = slot & (2 ** shape.laneBits - 1);
        return (lane >> shape.countBits, lane & (2 ** shape.countBits - 1));
    }
}

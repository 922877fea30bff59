// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Fisher–Yates from a seed
/// @notice 64 fresh bits a step, so the bias of the remainder is below 2^-48 for up to 65,536 places.
library Shuffle {
    /// @notice A permutation of 0…count−1 (docs/protocol.md, "Draw").
    function shuffle(bytes32 seed, uint256 purpose, uint256 count) internal pure returns (uint256[] memory places) {
        places = new uint256[](count);
        // Bounds: i < count and j ≤ i throughout; steps are below 2^16.
        unchecked {
            for (uint256 i = 0; i < count; ++i) places[i] = i;
            if (count < 2) return places;
            uint256 bits = 0;
            for (uint256 step = 0; step < count - 1; ++step) {
                if (step & 3 == 0) bits = uint256(_hash(seed, purpose, step >> 2));
                uint256 i = count - 1 - step;
                uint256 j = ((bits >> (192 - 64 * (step & 3))) & type(uint64).max) % (i + 1);
                (places[i], places[j]) = (places[j], places[i]);
            }
        }
    }

    /// @notice Places as packed uint16.
    function pack(uint256[] memory places) internal pure returns (bytes memory packed) {
        uint256 count = places.length;
        packed = new bytes(2 * count);
        assembly ("memory-safe") {
            let to := add(packed, 0x20)
            let from := add(places, 0x20)
            for {
                let i := 0
            } lt(i, count) {
                i := add(i, 1)
            } {
                let place := mload(add(from, shl(5, i)))
                mstore8(to, shr(8, place))
                mstore8(add(to, 1), place)
                to := add(to, 2)
            }
        }
    }

    /// @notice The inverse of {pack}, from a part of the packed bytes.
    function unpack(bytes memory packed, uint256 start, uint256 count) internal pure returns (uint256[] memory places) {
        places = new uint256[](count);
        assembly ("memory-safe") {
            // The last place ends at the end of `packed`: reading 32 bytes that end with it stays inside.
            let from := add(add(packed, 2), shl(1, start))
            let to := add(places, 0x20)
            for {
                let i := 0
            } lt(i, count) {
                i := add(i, 1)
            } {
                mstore(add(to, shl(5, i)), and(mload(add(from, shl(1, i))), 0xffff))
            }
        }
    }

    /// @dev keccak256(abi.encode(seed, purpose, index)) without a new allocation each time.
    function _hash(bytes32 seed, uint256 purpose, uint256 index) private pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, seed)
            mstore(add(free, 0x20), purpose)
            mstore(add(free, 0x40), index)
            hash := keccak256(free, 0x60)
        }
    }
}

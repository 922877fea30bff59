// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title As many random numbers as a test needs, from one fuzzed seed
library Dice {
    struct Cup {
        uint256 seed;
        uint256 thrown;
    }

    function cup(uint256 seed) internal pure returns (Cup memory) {
        return Cup({seed: seed, thrown: 0});
    }

    /// @notice Any word.
    function word(Cup memory self) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(self.seed, ++self.thrown)));
    }

    /// @notice From `least` to `most`, both included.
    function between(Cup memory self, uint256 least, uint256 most) internal pure returns (uint256) {
        return least + (word(self) % (most - least + 1));
    }

    /// @notice True once in so many times.
    function oneIn(Cup memory self, uint256 times) internal pure returns (bool) {
        return word(self) % times == 0;
    }

    /// @notice 0…count−1 in random order.
    function permutation(Cup memory self, uint256 count) internal pure returns (uint256[] memory places) {
        places = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) {
            uint256 j = between(self, 0, i);
            places[i] = places[j];
            places[j] = i;
        }
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title The draw as docs/protocol.md words it
/// @notice Written without the contract's code, for tests to compare with it. Indices from 0, numbers from 1.
library DrawModel {
    struct Draw {
        uint256 n;
        /// @dev List length m; 0: everyone scores everything.
        uint256 m;
        /// @dev Seats per community M; 0 for a jury.
        uint256 seats;
        uint256[] order;
        uint256[] offset;
    }

    function draw(bytes32 seed, uint256 n, uint256 m, uint256 seats) internal pure returns (Draw memory) {
        uint256 half = n - n / 2;
        bool halves = m != 0 && seats != 0;
        uint256[] memory none;
        return
            Draw({
                n: n,
                m: m,
                seats: seats,
                order: shuffle(seed, 1, halves ? 2 * half : n),
                offset: halves ? shuffle(seed, 2, half) : none
            });
    }

    function seedOf(
        uint256 chainId,
        address round,
        uint256 lotteryKey,
        bytes32 blockHash
    ) internal pure returns (bytes32) {
        return keccak256(bytes.concat("dure seed", bytes32(chainId), bytes20(round), bytes32(lotteryKey), blockHash));
    }

    /// @notice Fisher–Yates, one step at a time.
    function shuffle(bytes32 seed, uint256 purpose, uint256 count) internal pure returns (uint256[] memory places) {
        places = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) places[i] = i;
        for (uint256 t = 0; t + 1 < count; ++t) {
            uint256 i = count - 1 - t;
            bytes memory block_ = abi.encodePacked(keccak256(abi.encode(seed, purpose, t / 4)));
            uint256 bits = 0;
            for (uint256 b = 0; b < 8; ++b) bits = bits * 256 + uint8(block_[(t % 4) * 8 + b]);
            uint256 j = bits % (i + 1);
            uint256 kept = places[i];
            places[i] = places[j];
            places[j] = kept;
        }
    }

    function hasHalves(Draw memory self) internal pure returns (bool) {
        return self.m != 0 && self.seats != 0;
    }

    /// @notice Where a proposal index (or the blank card, index n) stands in the order.
    function positionOf(Draw memory self, uint256 index) internal pure returns (uint256 position) {
        while (self.order[position] != index) ++position;
    }

    function halfOf(Draw memory self, uint256 index) internal pure returns (uint256) {
        return hasHalves(self) ? positionOf(self, index) % 2 : 0;
    }

    function listOf(Draw memory self, uint256 reviewerIndex) internal pure returns (uint256[] memory) {
        if (hasHalves(self)) return _listAcross(self, reviewerIndex / self.seats, reviewerIndex % self.seats);
        return self.m != 0 ? _listOfJury(self, reviewerIndex) : _listOfAll(self, reviewerIndex);
    }

    function _listAcross(
        Draw memory self,
        uint256 community,
        uint256 seat
    ) private pure returns (uint256[] memory list) {
        uint256 half = self.order.length / 2;
        uint256 m = self.m;
        uint256 y = positionOf(self, community);
        uint256 rank = y / 2;
        list = new uint256[](m);
        for (uint256 i = 0; i < m; ++i) {
            uint256 index;
            if (y % 2 == 0) {
                index = self.order[2 * ((rank + self.offset[(seat * m + i) % half]) % half) + 1];
            } else {
                uint256 step = self.offset[(seat * m + i + self.seats * m) % half];
                index = self.order[2 * ((rank + half - step) % half)];
            }
            list[i] = index == self.n ? 0 : index + 1;
        }
    }

    function _listOfJury(Draw memory self, uint256 reviewerIndex) private pure returns (uint256[] memory list) {
        list = new uint256[](self.m);
        for (uint256 i = 0; i < self.m; ++i) list[i] = self.order[(reviewerIndex * self.m + i) % self.n] + 1;
    }

    function _listOfAll(Draw memory self, uint256 reviewerIndex) private pure returns (uint256[] memory list) {
        uint256 own = self.seats == 0 ? 0 : reviewerIndex / self.seats + 1;
        list = new uint256[](own == 0 ? self.n : self.n - 1);
        uint256 place = 0;
        for (uint256 number = 1; number <= self.n; ++number) {
            if (number != own) (list[place], place) = (number, place + 1);
        }
    }
}

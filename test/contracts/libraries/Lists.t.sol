// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Draw} from "../../../contracts/libraries/Draw.sol";
import {Lists} from "../../../contracts/libraries/Lists.sol";
import {Stride} from "../../../contracts/libraries/Stride.sol";
import {Rules} from "../../../contracts/types/Rules.sol";
import {DrawModel} from "../models/DrawModel.sol";
import {Assert} from "../support/Assert.sol";
import {Words} from "../support/Words.sol";

/* Lists (n proposals, H = n / 2 rounded up, m on a list, M seats a community)
 * ├── with halves
 * │   ├── the list of docs/protocol.md
 * │   ├── nothing of the own half, so never the own proposal
 * │   ├── no proposal twice on a list while m ≤ H
 * │   ├── every proposal on exactly M·m lists for even n, within one inside each half for odd n while M·m ≤ H
 * │   ├── no community meets a proposal twice while M·m ≤ H
 * │   └── no two communities score each other if n ≥ 4·M·m
 * ├── jury → the list of docs/protocol.md, every proposal on as many lists as any other, within one
 * └── everyone scores everything → all proposals by number, the own one left out
 */
contract ListsTest {
    using Words for uint16[];

    /// @dev What is counted over all lists.
    struct Meetings {
        /// @dev Lists that hold the proposal, by index.
        uint256[] lists;
        /// @dev Bit `proposal index` of the words of a community: it scores that proposal.
        uint256[][] scored;
        bool anyTwice;
    }

    function testLawsOfHalves(bytes32 seed, uint8 size, uint8 length, uint8 seats) public pure {
        uint256 n = 3 + (size % 120);
        uint256 m = 2 + (length % _min(14, (n + 1) / 2 - 1));
        _requireLaws(seed, n, m, 1 + (seats % 12));
    }

    function testLawsOfFewCommunities(bytes32 seed) public pure {
        for (uint256 n = 3; n <= 12; ++n) {
            for (uint256 m = 2; m <= (n + 1) / 2; ++m) _requireLaws(seed, n, m, 1 + (uint256(seed) % 3));
        }
    }

    function testListsAreThoseOfTheProtocol(bytes32 seed, uint8 size, uint8 length, uint8 seats) public pure {
        uint256 n = 3 + (size % 30);
        uint256 m = 2 + (length % _min(14, (n + 1) / 2 - 1));
        uint256 perCommunity = 1 + (seats % 4);
        _requireModel(_table(seed, n, m, perCommunity), DrawModel.draw(seed, n, m, perCommunity), n * perCommunity);
    }

    function testListsOfAJury(bytes32 seed, uint8 size, uint8 length, uint8 reviewers) public pure {
        uint256 n = 2 + (size % 40);
        uint256 m = 2 + (length % (n - 1));
        Lists.Table memory table = _table(seed, n, m, 0);
        _requireModel(table, DrawModel.draw(seed, n, m, 0), reviewers);
        uint256[] memory lists = new uint256[](n);
        for (uint256 r = 0; r < reviewers; ++r) {
            uint16[] memory list = Lists.listOf(table, r);
            for (uint256 i = 0; i < m; ++i) ++lists[list[i] - 1];
        }
        uint256 least = (reviewers * m) / n;
        for (uint256 index = 0; index < n; ++index) {
            Assert.holds(lists[index] == least || lists[index] == least + 1, "lists within one");
        }
    }

    function testListsOfEverything(bytes32 seed, uint8 size, uint8 seats) public pure {
        uint256 n = 3 + (size % 30);
        uint256 perCommunity = seats % 4;
        uint256 reviewers = perCommunity == 0 ? 3 : n * perCommunity;
        _requireModel(_table(seed, n, 0, perCommunity), DrawModel.draw(seed, n, 0, perCommunity), reviewers);
    }

    // The sixteen sizes of the draw's own examples, odd and even, to that of the real case.

    function testLawsAtSize3To10() public pure {
        _requireLaws("3", 3, 2, 1);
        _requireLaws("4", 4, 2, 1);
        _requireLaws("5", 5, 3, 2);
        _requireLaws("6", 6, 3, 1);
        _requireLaws("7", 7, 2, 2);
        _requireLaws("10", 10, 5, 1);
    }

    function testLawsAtSize15To101() public pure {
        _requireLaws("15", 15, 3, 1);
        _requireLaws("24", 24, 3, 2);
        _requireLaws("41", 41, 10, 2);
        _requireLaws("64", 64, 4, 4);
        _requireLaws("101", 101, 10, 5);
    }

    function testLawsAtSize200() public pure {
        _requireLaws("200", 200, 10, 10);
    }

    function testLawsAtSize401() public pure {
        _requireLaws("401", 401, 10, 10);
    }

    function testLawsAtSize628() public pure {
        _requireLaws("628", 628, 15, 10);
    }

    function testLawsAtSize872() public pure {
        _requireLaws("872", 872, 10, 10);
    }

    function testLawsAtSize873() public pure {
        _requireLaws("873", 873, 10, 10);
    }

    function _requireLaws(bytes32 seed, uint256 n, uint256 m, uint256 seats) private pure {
        Lists.Table memory table = _table(seed, n, m, seats);
        Meetings memory meetings = _meet(table);
        bool spread = seats * m <= table.half;
        if (spread) Assert.holds(!meetings.anyTwice, "no community meets a proposal twice");
        for (uint256 index = 0; index < n; ++index) {
            uint256 lists = meetings.lists[index];
            if (n % 2 == 0) Assert.equal(lists, seats * m, "lists of a proposal");
            else if (spread) Assert.holds(lists == seats * m || lists + 1 == seats * m, "lists within one");
        }
        if (n >= 4 * seats * m) _requireNoneMutual(meetings);
    }

    /// @dev Walks every list once, and checks what a single list must keep.
    function _meet(Lists.Table memory table) private pure returns (Meetings memory meetings) {
        meetings.lists = new uint256[](table.n);
        meetings.scored = new uint256[][](table.n);
        uint256 length = table.m;
        uint16[] memory list = new uint16[](Stride.roundUp(length));
        uint256 to;
        assembly ("memory-safe") {
            to := add(list, 0x20)
            mstore(list, length)
        }
        for (uint256 community = 0; community < table.n; ++community) {
            uint256[] memory scored = new uint256[](table.n / 256 + 1);
            meetings.scored[community] = scored;
            for (uint256 seat = 0; seat < table.seats; ++seat) {
                Lists.write(table, community * table.seats + seat, to);
                _meetList(table, meetings, community, list);
            }
        }
    }

    function _meetList(
        Lists.Table memory table,
        Meetings memory meetings,
        uint256 community,
        uint16[] memory list
    ) private pure {
        uint256[] memory own = new uint256[](table.n / 256 + 1);
        uint256 half = table.positions[community] & 1;
        uint256 blanks = 0;
        for (uint256 i = 0; i < list.length; ++i) {
            if (list[i] == 0) {
                ++blanks;
                continue;
            }
            uint256 index = list[i] - 1;
            // Not by Assert.holds: its words would fill the memory, 87,200 entries long.
            if (table.positions[index] & 1 == half) revert Assert.Broken("nothing of the own half");
            if (_has(own, index)) revert Assert.Broken("no proposal twice on a list");
            _put(own, index);
            if (_has(meetings.scored[community], index)) meetings.anyTwice = true;
            _put(meetings.scored[community], index);
            ++meetings.lists[index];
        }
        Assert.atMost(blanks, table.n & 1, "blank cards on a list");
    }

    function _requireNoneMutual(Meetings memory meetings) private pure {
        uint256 n = meetings.lists.length;
        for (uint256 a = 0; a < n; ++a) {
            for (uint256 b = a + 1; b < n; ++b) {
                bool mutual = _has(meetings.scored[a], b) && _has(meetings.scored[b], a);
                if (mutual) revert Assert.Broken("no two communities score each other");
            }
        }
    }

    function _requireModel(Lists.Table memory table, DrawModel.Draw memory model, uint256 reviewers) private pure {
        Assert.equal(table.order, model.order, "order");
        for (uint256 r = 0; r < reviewers; ++r) {
            Assert.equal(Lists.listOf(table, r).widen(), DrawModel.listOf(model, r), "list");
        }
    }

    function _table(bytes32 seed, uint256 n, uint256 m, uint256 seats) private pure returns (Lists.Table memory) {
        Rules memory rules;
        rules.owners = seats != 0;
        rules.listLength = uint16(m);
        rules.seatsPerCommunity = uint16(seats);
        (bytes memory order, bytes memory offset) = Draw.shuffles(seed, n, seats != 0 && m != 0);
        return Lists.fromShuffles(rules, n, bytes.concat(order, offset));
    }

    function _has(uint256[] memory bits, uint256 index) private pure returns (bool) {
        return (bits[index >> 8] >> (index & 255)) & 1 == 1;
    }

    function _put(uint256[] memory bits, uint256 index) private pure {
        bits[index >> 8] |= 1 << (index & 255);
    }

    function _min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}

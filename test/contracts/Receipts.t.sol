// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IReceipts} from "../../contracts/interfaces/IReceipts.sol";
import {IRoundFactory} from "../../contracts/interfaces/IRoundFactory.sol";
import {ReceiptData} from "../../contracts/libraries/ReceiptData.sol";
import {Receipts} from "../../contracts/Receipts.sol";
import {Receipt} from "../../contracts/types/Receipt.sol";
import {Phase} from "../../contracts/types/Round.sol";
import {Assert} from "./support/Assert.sol";
import {PlainRound, PlainRounds} from "./support/PlainRounds.sol";
import {vm} from "./support/Vm.sol";

/* Receipts
 * ├── challenge
 * │   ├── given any phase, times, versions and signer → does what the rules say, and the next one is refused
 * │   ├── when a field of the receipt, the chain or the contract is another → Receipts_NotSigned
 * │   ├── when the signature is the same one with a high s, or anything else → Receipts_NotSigned
 * │   ├── when the round is of no factory, or of another one → Receipts_NotARound
 * │   └── given any receipts of one relayer → counts each version of each seat once
 * └── register
 *     └── given any text → readable as it is, up to 256 bytes; the record stays
 */
contract ReceiptsTest {
    uint256 private constant ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
    uint256 private constant SECRET = 0xd02e;
    uint64 private constant NOW = 2_000_000_000;

    PlainRounds private _factory;
    Receipts private _receipts;
    PlainRound private _round;
    address private _relayer;

    function setUp() public {
        _factory = new PlainRounds();
        _receipts = new Receipts(IRoundFactory(address(_factory)));
        _round = _factory.make();
        _round.setPhase(Phase.Review);
        _relayer = vm.addr(SECRET);
        vm.warp(NOW);
    }

    /// @dev The model: in this order, the first reason that applies.
    function testAnyState(
        uint8 phase_,
        uint8 version,
        uint8 last,
        uint32 reviewer,
        bytes32 ballot,
        int16 delay,
        bool isSigned
    ) public {
        Phase phase = Phase(phase_ % 14);
        _round.setPhase(phase);
        _round.setLastVersion(reviewer, last);
        Receipt memory receipt = Receipt({
            round: address(_round),
            reviewer: reviewer,
            version: version,
            ballot: ballot,
            includeBy: uint64(uint256(int256(uint256(NOW)) + delay))
        });
        bytes memory signature = _sign(receipt, isSigned ? SECRET : SECRET + 1);
        bytes memory expected = "";
        if (phase == Phase.Cancelled) {
            expected = abi.encodeWithSelector(IReceipts.Receipts_RoundCancelled.selector, _round);
        } else if (delay >= 0 && phase <= Phase.Review) {
            expected = abi.encodeWithSelector(IReceipts.Receipts_NotDue.selector, receipt.includeBy, NOW);
        } else if (last == version) {
            expected = abi.encodeWithSelector(IReceipts.Receipts_PromiseKept.selector, _round, reviewer, version);
        } else if (last > version) {
            expected = abi.encodeWithSelector(
                IReceipts.Receipts_BallotReplaced.selector,
                _round,
                reviewer,
                version,
                last
            );
        } else if (!isSigned) {
            expected = abi.encodeWithSelector(IReceipts.Receipts_NotSigned.selector, _relayer, vm.addr(SECRET + 1));
        }
        Assert.equal(_challenge(_receipts, receipt, signature), expected, "answer");
        uint256 count = expected.length == 0 ? 1 : 0;
        Assert.equal(_receipts.brokenPromises(_relayer), count, "broken promises");
        Assert.holds(_receipts.isBroken(_relayer, address(_round), reviewer, version) == (count == 1), "is broken");
        if (count == 1) Assert.equal(_challenge(_receipts, receipt, signature), _recorded(receipt), "a second time");
        Assert.equal(_receipts.brokenPromises(_relayer), count, "still");
    }

    /// @dev Each bit of everything that is signed counts.
    function testAnyChange(uint32 reviewer, uint8 version, bytes32 ballot, uint32 ago, uint8 place) public {
        Receipt memory receipt = _broken(reviewer, version, ballot, ago);
        bytes memory signature = _sign(receipt, SECRET);
        Receipts other = _receipts;
        uint256 bit = place / 6;
        if (place % 6 == 0) receipt.reviewer ^= uint32(1 << (bit % 32));
        if (place % 6 == 1) receipt.version = receipt.version == 255 ? 254 : receipt.version + 1;
        if (place % 6 == 2) receipt.ballot ^= bytes32(1 << (bit % 256));
        if (place % 6 == 3) --receipt.includeBy;
        if (place % 6 == 4) receipt.round = address(_factory.make());
        if (place % 6 == 5) other = new Receipts(IRoundFactory(address(_factory)));
        _requireNotSigned(other, receipt, signature);
    }

    function testOtherChain(uint32 reviewer, bytes32 ballot, uint32 chain) public {
        Receipt memory receipt = _broken(reviewer, 1, ballot, 0);
        bytes memory signature = _sign(receipt, SECRET);
        vm.assume(chain != block.chainid && chain != 0);
        vm.chainId(chain);
        _requireNotSigned(_receipts, receipt, signature);
    }

    /// @dev Attack: the other signature that ECDSA accepts for the same receipt.
    function testMalleatedSignature(uint32 reviewer, bytes32 ballot) public {
        Receipt memory receipt = _broken(reviewer, 1, ballot, 0);
        (bytes32 r, bytes32 s, uint8 v) = _signature(receipt, SECRET);
        bytes memory high = abi.encodePacked(r, bytes32(ORDER - uint256(s)), uint8(55 - v));
        _requireNotSigned(_receipts, receipt, high);
        Assert.equal(_challenge(_receipts, receipt, abi.encodePacked(r, s, v)), "", "the low one");
        Assert.equal(_challenge(_receipts, receipt, high), _unsigned(address(0)), "the high one, afterwards");
    }

    /// @dev Attack: no signature recovers to nobody, and nobody may be named.
    function testNobody(bytes calldata garbage) public {
        vm.assume(garbage.length != 65);
        Receipt memory receipt = _broken(1, 1, 0, 0);
        _relayer = address(0);
        Assert.equal(_challenge(_receipts, receipt, garbage), _unsigned(address(0)), "garbage");
        bytes memory zeros = new bytes(65);
        Assert.equal(_challenge(_receipts, receipt, zeros), _unsigned(address(0)), "zeros");
        Assert.equal(_receipts.brokenPromises(address(0)), 0, "broken promises of nobody");
    }

    /// @dev Attack: a round made for the purpose answers whatever is wanted.
    function testForeignRounds() public {
        PlainRounds others = new PlainRounds();
        address[4] memory strangers = [address(others.make()), address(new PlainRound()), address(0xdead), address(0)];
        for (uint256 i = 0; i < strangers.length; ++i) {
            Receipt memory receipt = _broken(1, 1, 0, 0);
            receipt.round = strangers[i];
            bytes memory expected = abi.encodeWithSelector(IReceipts.Receipts_NotARound.selector, strangers[i]);
            Assert.equal(_challenge(_receipts, receipt, _sign(receipt, SECRET)), expected, "foreign");
        }
    }

    /// @dev Attack: one ballot handed in many times, or many of one version, for many receipts.
    function testCountsPromises(uint256 seed) public {
        uint256 expected = 0;
        bool[3][3] memory isKnown;
        for (uint256 i = 0; i < 12; ++i) {
            uint256 dice = uint256(keccak256(abi.encode(seed, i)));
            uint32 reviewer = uint32(dice % 3);
            uint8 version = uint8((dice >> 8) % 3);
            Receipt memory receipt = _broken(reviewer + 1, version + 1, bytes32(dice), uint32(dice >> 16) % 1000);
            bytes memory answer = isKnown[reviewer][version] ? _recorded(receipt) : bytes("");
            if (answer.length == 0) ++expected;
            isKnown[reviewer][version] = true;
            Assert.equal(_challenge(_receipts, receipt, _sign(receipt, SECRET)), answer, "answer");
            Assert.equal(_receipts.brokenPromises(_relayer), expected, "broken promises");
        }
    }

    function testRegister(string calldata url) public {
        Receipt memory receipt = _broken(1, 1, 0, 0);
        Assert.equal(_challenge(_receipts, receipt, _sign(receipt, SECRET)), "", "answer");
        if (bytes(url).length > 256) {
            vm.expectRevert(
                abi.encodeWithSelector(IReceipts.Receipts_UrlLength.selector, bytes(url).length, uint256(256))
            );
        }
        vm.prank(_relayer);
        _receipts.register(url);
        string memory known = bytes(url).length > 256 ? "" : url;
        Assert.equal(bytes(_receipts.urlOf(_relayer)), bytes(known), "url");
        vm.prank(_relayer);
        _receipts.register("");
        Assert.equal(bytes(_receipts.urlOf(_relayer)), "", "taken back");
        Assert.equal(_receipts.brokenPromises(_relayer), 1, "the record stays");
    }

    function testUrlBounds() public {
        _receipts.register(string(new bytes(256)));
        Assert.equal(bytes(_receipts.urlOf(address(this))).length, 256, "longest");
        vm.expectRevert(abi.encodeWithSelector(IReceipts.Receipts_UrlLength.selector, uint256(257), uint256(256)));
        _receipts.register(string(new bytes(257)));
    }

    /// @dev A receipt whose time has passed, and whose ballot was never cast.
    function _broken(uint32 reviewer, uint8 version, bytes32 ballot, uint32 ago) private view returns (Receipt memory) {
        return
            Receipt({
                round: address(_round),
                reviewer: reviewer,
                version: version == 0 ? 1 : version,
                ballot: ballot,
                includeBy: NOW - 1 - ((ago % NOW) / 2)
            });
    }

    /// @dev The answer of a refused call; empty if it was not refused.
    function _challenge(
        Receipts receipts,
        Receipt memory receipt,
        bytes memory signature
    ) private returns (bytes memory) {
        try receipts.challenge(_relayer, receipt, signature) {
            return "";
        } catch (bytes memory answer) {
            Assert.holds(answer.length > 0, "refused by name");
            return answer;
        }
    }

    /// @dev Whoever else seems to have signed it.
    function _requireNotSigned(Receipts receipts, Receipt memory receipt, bytes memory signature) private {
        bytes memory answer = _challenge(receipts, receipt, signature);
        Assert.holds(bytes4(answer) == IReceipts.Receipts_NotSigned.selector, "not signed");
        Assert.equal(receipts.brokenPromises(_relayer), 0, "broken promises");
    }

    function _unsigned(address signer) private view returns (bytes memory) {
        return abi.encodeWithSelector(IReceipts.Receipts_NotSigned.selector, _relayer, signer);
    }

    function _recorded(Receipt memory receipt) private view returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IReceipts.Receipts_AlreadyRecorded.selector,
                _relayer,
                receipt.round,
                receipt.reviewer,
                receipt.version
            );
    }

    function _sign(Receipt memory receipt, uint256 secret) private view returns (bytes memory) {
        (bytes32 r, bytes32 s, uint8 v) = _signature(receipt, secret);
        return abi.encodePacked(r, s, v);
    }

    function _signature(Receipt memory receipt, uint256 secret) private view returns (bytes32 r, bytes32 s, uint8 v) {
        bytes32 domain = _receipts.domainSeparator();
        bytes32 digest = keccak256(bytes.concat(hex"1901", domain, ReceiptData.receiptHash(receipt)));
        bytes32 vs;
        (r, vs) = vm.signCompact(secret, digest);
        s = bytes32(uint256(vs) & (type(uint256).max >> 1));
        v = uint8(27 + (uint256(vs) >> 255));
    }
}

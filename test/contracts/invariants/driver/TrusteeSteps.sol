// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRound} from "../../../../contracts/interfaces/IRound.sol";
import {Point, Purpose, Role, TrusteeKeys} from "../../../../contracts/types/Round.sol";
import {Assert} from "../../support/Assert.sol";
import {Dice} from "../../support/Dice.sol";
import {vm} from "../../support/Vm.sol";
import {Applicants} from "./Applicants.sol";

/// @title Key generation and the release of shares
/// @notice The contract checks no mathematics of the key generation, so here one polynomial of each purpose is known
/// from the start and every attempt confirms its keys.
abstract contract TrusteeSteps is Applicants {
    using Dice for Dice.Cup;

    uint256 internal constant ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551;

    /// @notice Releases a share, a right one or not.
    function release(uint256 seed) external {
        Dice.Cup memory dice = _throw(seed);
        Purpose purpose = dice.oneIn(3) ? Purpose.Lottery : Purpose.Ballot;
        uint256 trustee = dice.between(1, 4);
        bool isRight = !dice.oneIn(4);
        uint256 share = isRight ? _share(purpose, trustee) : dice.between(0, ORDER);
        bool isNew = (_round.released(purpose) >> (trustee - 1)) & 1 == 0;
        (bool accepted, ) = _send(_anyone(dice), abi.encodeCall(IRound.releaseShare, (purpose, trustee, share)));
        Assert.holds(!accepted || (isRight && isNew), "released share");
    }

    /// @dev The secret of a group key is the share of nobody, number 0.
    function _share(Purpose purpose, uint256 trustee) internal view returns (uint256) {
        uint256 secret = uint256(keccak256(abi.encode(address(this), purpose))) % ORDER;
        if (_loadRules().threshold == 1) return secret;
        uint256 slope = uint256(keccak256(abi.encode(secret))) % ORDER;
        return addmod(secret, mulmod(slope, trustee, ORDER), ORDER);
    }

    /// @dev Whoever has not done the next step of the attempt does it.
    function _generateKeys() internal {
        (uint32 number, address[] memory trustees, , uint256 packages, uint256 shares, , bool disputed) = _round
            .attempt();
        if (disputed || trustees.length != _loadRules().trustees.length) {
            bytes memory data = abi.encodeCall(IRound.startAttempt, (_loadRules().trustees, REASON));
            return _must(_holder(Role.Admin), data, "attempt started again");
        }
        uint256 all = 2 ** trustees.length - 1;
        if (packages != all) return _publishPackages(number, trustees, packages);
        if (trustees.length > 1 && shares != all) return _publishShares(number, trustees, shares);
        _confirmKeys(number, trustees);
    }

    /// @dev Enough trustees to act together, in any order.
    function _releaseHonestly(Dice.Cup memory dice, Purpose purpose) internal {
        uint256 count = _loadRules().trustees.length;
        uint256[] memory order = dice.permutation(count);
        uint256 needed = _loadRules().threshold;
        for (uint256 i = 0; i < count && _released(purpose) < needed; ++i) {
            uint256 trustee = order[i] + 1;
            if ((_round.released(purpose) >> order[i]) & 1 == 1) continue;
            bytes memory data = abi.encodeCall(IRound.releaseShare, (purpose, trustee, _share(purpose, trustee)));
            _must(_anyone(dice), data, "share released");
        }
    }

    function _released(Purpose purpose) internal view returns (uint256 count) {
        for (uint256 bits = _round.released(purpose); bits != 0; bits >>= 1) count += bits & 1;
    }

    function _package(uint256 trustee) internal view returns (bytes memory) {
        uint256 threshold = _loadRules().threshold;
        uint256 rest = threshold == 1 ? 66 : 2 * (33 * threshold + 65);
        Point memory transportKey = _point(_transportSecret(trustee));
        return bytes.concat(abi.encode(transportKey), new bytes(rest));
    }

    function _transportSecret(uint256 trustee) internal pure returns (uint256) {
        return 0x7A45_0000 + trustee;
    }

    function _publishPackages(uint32 number, address[] memory trustees, uint256 done) private {
        for (uint256 i = 0; i < trustees.length; ++i) {
            if ((done >> i) & 1 == 1) continue;
            bytes memory data = abi.encodeCall(IRound.publishPackage, (number, _package(i + 1)));
            _must(trustees[i], data, "package published");
        }
    }

    function _publishShares(uint32 number, address[] memory trustees, uint256 done) private {
        for (uint256 i = 0; i < trustees.length; ++i) {
            if ((done >> i) & 1 == 1) continue;
            bytes memory shares = new bytes(113 * (trustees.length - 1));
            _must(trustees[i], abi.encodeCall(IRound.publishShares, (number, shares)), "shares published");
        }
    }

    function _confirmKeys(uint32 number, address[] memory trustees) private {
        (, , bytes32 transcript, , , uint256 done, ) = _round.attempt();
        TrusteeKeys memory keys = _trusteeKeys(trustees.length);
        for (uint256 i = 0; i < trustees.length; ++i) {
            if ((done >> i) & 1 == 1) continue;
            bytes memory data = abi.encodeCall(IRound.confirmKeys, (number, transcript, keys));
            _must(trustees[i], data, "keys confirmed");
        }
    }

    function _trusteeKeys(uint256 count) private view returns (TrusteeKeys memory keys) {
        keys.ballotKey = _point(_share(Purpose.Ballot, 0));
        keys.lotteryKey = _point(_share(Purpose.Lottery, 0));
        keys.ballotShares = new Point[](count);
        keys.lotteryShares = new Point[](count);
        for (uint256 i = 0; i < count; ++i) {
            keys.ballotShares[i] = _point(_share(Purpose.Ballot, i + 1));
            keys.lotteryShares[i] = _point(_share(Purpose.Lottery, i + 1));
        }
    }

    function _point(uint256 secret) private pure returns (Point memory) {
        (uint256 x, uint256 y) = vm.publicKeyP256(secret);
        return Point({x: bytes32(x), y: bytes32(y)});
    }
}

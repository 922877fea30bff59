// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Dice} from "../../support/Dice.sol";
import {vm} from "../../support/Vm.sol";
import {Wallet} from "../../support/Wallet.sol";
import {World} from "./World.sol";

/// @title Everybody's keys
/// @notice Applicants and most reviewers sign with accounts, some reviewers with a wallet contract or with P-256.
abstract contract Keys is World {
    using Dice for Dice.Cup;

    /// @dev A seat of the roll and who can sign for it. An empty seat has no key.
    struct Signer {
        uint8 kind;
        address key;
        uint256 secret;
    }

    uint256 private constant WALLET_OWNER = 0x3A11E7;

    address private immutable WALLET = address(new Wallet(vm.addr(WALLET_OWNER)));

    function _applicantSecret(uint256 applicant) internal pure returns (uint256) {
        return 0xA99_0000 + applicant;
    }

    function _applicant(uint256 applicant) internal pure returns (address) {
        return vm.addr(_applicantSecret(applicant));
    }

    /// @dev Who may sit on this seat; another edition of the roll puts others there.
    function _signerOf(uint256 reviewer, uint256 edition) internal view returns (Signer memory) {
        uint256 kind = reviewer % 7;
        if (reviewer % 11 == 10) return Signer({kind: 0, key: address(0), secret: 0});
        if (kind == 5) return Signer({kind: 1, key: WALLET, secret: WALLET_OWNER});
        uint256 secret = 0x5EA7_0000 + reviewer + 1_000 * edition;
        if (kind == 6) return Signer({kind: 2, key: _signerKey(secret), secret: secret});
        // Some key sits on two seats.
        if (reviewer % 13 == 12) --secret;
        return Signer({kind: 0, key: vm.addr(secret), secret: secret});
    }

    /// @dev The body of a signature of the signer's kind.
    function _sign(Signer memory signer, bytes32 digest) internal view returns (bytes memory) {
        if (signer.kind != 2) return _signAccount(signer.secret, digest);
        (bytes32 r, bytes32 s) = vm.signP256(signer.secret, digest);
        (uint256 x, uint256 y) = vm.publicKeyP256(signer.secret);
        // Verifier and public key are 84 bytes.
        return abi.encodePacked(uint16(84), VERIFIER, x, y, r, _lowS(s));
    }

    function _signAccount(uint256 secret, bytes32 digest) internal pure returns (bytes memory) {
        (bytes32 r, bytes32 vs) = vm.signCompact(secret, digest);
        return abi.encodePacked(r, vs);
    }

    /// @dev A signature that stands alone, or none where the key itself sends.
    function _alone(Signer memory signer, bytes32 digest) internal view returns (bytes memory) {
        return abi.encodePacked(signer.kind, _sign(signer, digest));
    }

    /// @dev Anyone with or without a part in the round.
    function _anyone(Dice.Cup memory dice) internal view returns (address) {
        uint256 kind = dice.between(0, 6);
        if (kind < 4) return address(uint160(0xA001 + kind));
        if (kind == 4) return address(uint160(0x7001 + dice.between(0, 2)));
        if (kind == 5) return _applicant(dice.between(0, 8));
        return dice.oneIn(2) ? address(0xE0A) : _signerOf(dice.between(1, 4), 0).key;
    }

    function _signerKey(uint256 secret) private view returns (address) {
        (uint256 x, uint256 y) = vm.publicKeyP256(secret);
        return address(uint160(uint256(keccak256(abi.encodePacked(VERIFIER, x, y)))));
    }

    function _lowS(bytes32 s) private pure returns (bytes32) {
        uint256 order = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551;
        return uint256(s) > order / 2 ? bytes32(order - uint256(s)) : s;
    }
}

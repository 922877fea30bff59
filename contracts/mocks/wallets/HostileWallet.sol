// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @title A wallet that tries to hurt whoever asks for its signature
/// @dev Tests only, never deployed with a round.
contract HostileWallet {
    enum Behaviour {
        SaysYes,
        SaysNo,
        BurnsGas,
        Reverts,
        /// @dev With the right answer as the reason.
        RevertsYes,
        /// @dev 280,000 bytes that begin with the right answer: about all that its gas pays for.
        SaysYesAtLength,
        /// @dev More than its gas pays for.
        AnswersMegabyte,
        /// @dev The right four bytes, and nothing behind them.
        AnswersShort,
        /// @dev 31 right bytes of 32.
        AnswersAlmost,
        /// @dev The right four bytes in a word whose rest is not zero.
        AnswersDirty,
        /// @dev Calls `target` first, then says yes.
        Reenters,
        /// @dev Says yes with nearly all of its allowance, else no: an honest wallet that starving would turn.
        CountsGas
    }

    error HostileWallet_No();

    Behaviour public behaviour;
    address public target;
    bytes public data;

    function become(Behaviour behaviour_) external {
        behaviour = behaviour_;
    }

    function aimAt(address target_, bytes calldata data_) external {
        behaviour = Behaviour.Reenters;
        target = target_;
        data = data_;
    }

    /// @dev No view: only the caller's STATICCALL keeps it from changing anything.
    function isValidSignature(bytes32, bytes calldata) external returns (bytes4 answer) {
        Behaviour now_ = behaviour;
        if (now_ == Behaviour.SaysYes) _answer(32);
        if (now_ == Behaviour.SaysNo) return answer;
        if (now_ == Behaviour.Reverts) revert HostileWallet_No();
        if (now_ == Behaviour.RevertsYes) _revertYes();
        if (now_ == Behaviour.SaysYesAtLength) _answer(280_000);
        if (now_ == Behaviour.AnswersMegabyte) _answer(1_048_576);
        if (now_ == Behaviour.AnswersShort) _answer(4);
        if (now_ == Behaviour.AnswersAlmost) _answer(31);
        if (now_ == Behaviour.AnswersDirty) _answerDirty();
        if (now_ == Behaviour.Reenters) _reenter();
        if (now_ == Behaviour.CountsGas) {
            if (gasleft() < 240_000) return answer;
            _answer(32);
        }
        for (uint256 i = 0; ; ++i) {
            assembly ("memory-safe") {
                mstore(0x00, i)
                mstore(0x00, keccak256(0x00, 0x20))
            }
        }
    }

    function _reenter() private {
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, ) = target.call(data);
        // It answers yes either way: the ballot counts as if nothing had been tried.
        success;
        _answer(32);
    }

    function _answer(uint256 size) private pure {
        bytes32 yes = IERC1271.isValidSignature.selector;
        assembly {
            mstore(0x80, yes)
            return(0x80, size)
        }
    }

    function _answerDirty() private pure {
        bytes32 yes = IERC1271.isValidSignature.selector;
        assembly {
            mstore(0x80, or(yes, 1))
            return(0x80, 32)
        }
    }

    function _revertYes() private pure {
        bytes32 yes = IERC1271.isValidSignature.selector;
        assembly {
            mstore(0x80, yes)
            revert(0x80, 32)
        }
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRoundErrors} from "../interfaces/IRoundErrors.sol";
import {IRoundEvents} from "../interfaces/IRoundEvents.sol";
import {Phase, Role} from "../types/Round.sol";
import {Holders, Rules} from "../types/Rules.sol";
import {State} from "../types/State.sol";
import {Phases} from "./Phases.sol";
import {RulesCode} from "./RulesCode.sol";

/// @title Who holds which role
/// @notice Every handover has two steps, so that no role goes to an address that nobody has.
library Roles {
    /// @dev Once: a round has an admin from its first transaction on. The implementation is cancelled from birth.
    function open(State storage state, Holders calldata holders) external {
        bool isOpen = state.cancelled || state.holders[Role.Admin] != address(0);
        if (isOpen || holders.admin == address(0)) revert IRoundErrors.Round_NotARound();
        state.holders[Role.Admin] = holders.admin;
        state.holders[Role.Registrar] = holders.registrar;
        state.holders[Role.Screener] = holders.screener;
        state.holders[Role.Committee] = holders.committee;
        Rules memory rules = RulesCode.load();
        emit IRoundEvents.RoundOpened(keccak256(abi.encode(rules)), rules, holders);
    }

    function offer(State storage state, Role role, address next) external {
        if (msg.sender != state.holders[role] && !_mayAdminOffer(state, role)) {
            revert IRoundErrors.Round_NotHolder(role, msg.sender);
        }
        state.offers[role] = next;
        emit IRoundEvents.RoleOffered(role, next, msg.sender);
    }

    function accept(State storage state, Role role) external {
        if (msg.sender != state.offers[role]) revert IRoundErrors.Round_NotOffered(role, msg.sender);
        address previous = state.holders[role];
        state.holders[role] = msg.sender;
        delete state.offers[role];
        emit IRoundEvents.RoleAccepted(role, previous, msg.sender);
    }

    function cancel(State storage state, bytes32 reason) external {
        Phase phase = Phases.current(state);
        if (phase > Phase.Review) revert IRoundErrors.Round_WrongPhase(phase);
        if (reason == 0) revert IRoundErrors.Round_DigestMissing();
        state.cancelled = true;
        state.ballots.review.close = 0;
        emit IRoundEvents.RoundCancelled(reason);
    }

    function requireHolder(State storage state, Role role) internal view {
        if (msg.sender != state.holders[role]) revert IRoundErrors.Round_NotHolder(role, msg.sender);
    }

    /// @dev A lost registrar's or screener's key must not end a round; the committee stays out of the admin's reach.
    function _mayAdminOffer(State storage state, Role role) private view returns (bool) {
        bool theirs = role == Role.Registrar || role == Role.Screener;
        return theirs && msg.sender == state.holders[Role.Admin] && !state.roll.frozen;
    }
}

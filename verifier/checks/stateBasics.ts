/** The contract's answers on its rules, its phase and its roles. */
import { bytesToHex } from 'viem'
import { roles } from '../../chain/enums.ts'
import { rulesDigest } from '../../protocol/rules.ts'
import { phaseAt } from '../history/phaseAt.ts'
import { compareState } from './compareState.ts'
import { holderOf } from './rolesHistory.ts'

export const stateRules = compareState(
  'state.rules',
  ['rules.digest'],
  ({ record: { state }, facts: { rules, separator } }) => {
    const digest = rules ? rulesDigest(rules) : ''
    return [
      [{ state: 'rulesDigest' }, digest, state.rulesDigest],
      [
        { state: 'domainSeparator' },
        bytesToHex(separator),
        state.domainSeparator,
      ],
    ]
  },
)

export const statePhase = compareState(
  'state.phase',
  ['chain.block', 'rules.digest', 'phases.milestones', 'phases.acts'],
  ({ record: { block, state }, facts: { progress, rules } }) => {
    if (!rules) return []
    const phase = phaseAt(rules, progress, Number(block.timestamp))
    return [[{ state: 'phase' }, phase, state.phase]]
  },
)

export const stateRoles = compareState(
  'state.roles',
  ['roles.history'],
  ({ record: { state }, facts }) =>
    roles.flatMap((role) => [
      [
        { state: 'holder', event: role },
        holderOf(facts, role),
        state.holders[role],
      ],
      [
        { state: 'offered', event: role },
        facts.offered[role],
        state.offered[role],
      ],
    ]),
)

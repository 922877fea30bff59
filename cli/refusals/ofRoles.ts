/** Refusals about phases, roles and signatures. */
import { grouped } from '../printing.ts'
import { phaseSentence, roleName } from './names.ts'
import type { Explains } from './refusal.ts'

export const ofRoles: Explains<
  | 'Round_WrongPhase'
  | 'Round_NotARound'
  | 'Round_NotHolder'
  | 'Round_NotOffered'
  | 'Round_DigestMissing'
  | 'Round_BadSignature'
  | 'Round_ForeignGas'
> = {
  Round_WrongPhase: ({ phase }) => ({
    sentence: `This is not the time for it: ${phaseSentence(phase)}.`,
    advice: '`dure status` says what can be done now, and what comes when.',
  }),
  Round_NotARound: () => ({
    sentence: 'This address is the contract behind the rounds, not a round.',
    advice: 'Give --round the address that `dure round create` printed.',
  }),
  Round_NotHolder: ({ caller, role }) => ({
    sentence: `${caller} is not the ${roleName(role)} of this round.`,
    advice: `Give --key the ${roleName(role)}’s key; \`dure status\` says who holds which role.`,
  }),
  Round_NotOffered: ({ caller, role }) => ({
    sentence: `The role of ${roleName(role)} was not offered to ${caller}.`,
    advice: 'Its holder offers it with `dure role offer`.',
  }),
  Round_DigestMissing: () => ({
    sentence: 'The act needs the digest of a published document.',
    advice: 'Name its file; an official act without a reason is refused.',
  }),
  Round_BadSignature: ({ key }) => ({
    sentence: `The signature is not that of ${key}.`,
    advice:
      'Sign again with that key, for this round, this chain and these very contents.',
  }),
  Round_ForeignGas: ({ available, needed }) => ({
    sentence: `A contract wallet was to be asked with ${grouped(available)} gas, too little.`,
    advice: `It must get ${grouped(needed)}: send less in one transaction, or allow more gas.`,
  }),
}

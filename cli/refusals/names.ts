/** The contract's numbers as words in sentences. */
import { type Phase, phases, purposes, roles } from '../../chain/enums.ts'

const phaseSentences: Readonly<Record<Phase, string>> = {
  registration: 'the registration is open',
  screening: 'the proposals are being screened',
  roll: 'the roll is being published',
  draw: 'the draw is due',
  review: 'the review is open',
  opening: 'the ballots are being opened',
  ranking: 'the ranking is due',
  objections: 'objections are open',
  answers: 'objections are being answered',
  confirmation: 'the confirmation is due',
  confirmed: 'the result is confirmed',
  cancelled: 'the round was cancelled',
  lapsed: 'the round has lapsed: a step was not done by its time',
  failed: 'the round has failed: the ballots could not be opened',
}

/** `the review is open` */
export function phaseSentence(phase: number): string {
  const name = phases[phase]
  return name === undefined ? `phase ${phase}` : phaseSentences[name]
}

export function roleName(role: number | bigint): string {
  return roles[Number(role)] ?? `role ${role}`
}

export function purposeName(purpose: number): string {
  return purposes[purpose] ?? `purpose ${purpose}`
}

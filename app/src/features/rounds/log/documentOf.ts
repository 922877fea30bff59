/** The digest of the document that an act names: a reason, a notice, an objection, a record. */
import { type Hash, zeroHash } from 'viem'
import type { Act } from './acts.ts'

export function documentOf(act: Act): Hash | undefined {
  const digest = digestOf(act)
  return digest === zeroHash ? undefined : digest
}

function digestOf(act: Act): Hash | undefined {
  if (act.eventName === 'Frozen') return act.args.notice
  if (act.eventName === 'Confirmed') return act.args.record
  if (act.eventName === 'Objected') return act.args.digest
  if (act.eventName === 'ObjectionAnswered') return act.args.digest
  const isReasoned =
    act.eventName === 'RoundCancelled' ||
    act.eventName === 'ProposalScreened' ||
    act.eventName === 'AttemptStarted' ||
    act.eventName === 'Departed'
  return isReasoned ? act.args.reason : undefined
}

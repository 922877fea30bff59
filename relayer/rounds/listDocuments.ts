/** The documents that a round names by their digests, from its rules and events. */
import { type Hash, zeroHash } from 'viem'
import type { Rules } from '../../protocol/rules.ts'
import type { RoundLog } from './roundEvents.ts'

export const namedKinds = [
  'round',
  'proposal',
  'screening',
  'notice',
  'reason',
  'objection',
  'answer',
  'record',
] as const

export type NamedDocument = {
  kind: (typeof namedKinds)[number]
  digest: Hash
  /** A proposal's key, or the number of an objection, proposal or attempt. */
  about: string | null
  /** In which it was named. */
  block: number | null
}

/** In the order of the chain. */
export function listDocuments(
  { document }: Pick<Rules, 'document'>,
  events: readonly RoundLog[],
): NamedDocument[] {
  const ofRules = { kind: 'round', digest: document, about: null, block: null }
  const named = events.flatMap((event) => {
    const found = namedBy(event)
    if (!found || found.digest === zeroHash) return []
    return [{ ...found, block: Number(event.blockNumber) }]
  })
  return [ofRules as NamedDocument, ...named]
}

function namedBy(event: RoundLog): Omit<NamedDocument, 'block'> | undefined {
  switch (event.eventName) {
    case 'ProposalRegistered':
      return about('proposal', event.args.digest, event.args.key)
    case 'ProposalScreened':
      return about('screening', event.args.reason, event.args.key)
    case 'Frozen':
      return about('notice', event.args.notice)
    case 'RoundCancelled':
      return about('reason', event.args.reason)
    case 'AttemptStarted':
      return about('reason', event.args.reason, event.args.attempt)
    case 'Departed':
      return about('reason', event.args.reason, event.args.removed)
    case 'Objected':
      return about('objection', event.args.digest, event.args.objection)
    case 'ObjectionAnswered':
      return about('answer', event.args.digest, event.args.objection)
    case 'Confirmed':
      return about('record', event.args.record)
    case 'ProposalWithdrawn':
    case 'RosterExtended':
      return undefined
  }
}

function about(
  kind: NamedDocument['kind'],
  digest: Hash,
  subject?: string | number | bigint,
): Omit<NamedDocument, 'block'> {
  return { kind, digest, about: subject === undefined ? null : String(subject) }
}

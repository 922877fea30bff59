/** Every page of the dApp that the sample round has, by name and address. */
import { type Address, zeroAddress } from 'viem'
import type { HeldKey } from '../../../app/src/keys/heldKeys.ts'
import { chainId } from '../../../cli/sample/stage.ts'
import type { Sample } from '../../../cli/sample/openSample.ts'

export type NamedPage = {
  name: string
  /** Behind the `#`. */
  path: string
  /** A reviewer whose key the device holds. */
  as?: number
}

/** A reviewer of the sample who has not cast, and one who has. */
export const freshReviewer = 3
export const castReviewer = 1

/** Names of the pages that show how far the round is. */
export const changing: readonly string[] = [
  ...['round', 'log', 'objections', 'check', 'list', 'sent', 'results'],
  ...['results-other-half', 'results-of-one', 'results-record'],
  ...['office', 'coverage', 'decision', 'finish', 'apply', 'trustee'],
]

export function publicPages({ round }: Pick<Sample, 'round'>): NamedPage[] {
  const at = `/r/${round}`
  return [
    { name: 'rounds', path: '/' },
    { name: 'round', path: at },
    { name: 'rules', path: `${at}/rules` },
    { name: 'roles', path: `${at}/roles` },
    { name: 'log', path: `${at}/log` },
    { name: 'proposals', path: `${at}/p` },
    { name: 'proposal', path: `${at}/p/1` },
    { name: 'results', path: `${at}/results` },
    { name: 'results-other-half', path: `${at}/results?half=2` },
    { name: 'results-of-one', path: `${at}/results?p=1` },
    { name: 'results-record', path: `${at}/results?view=record` },
    { name: 'objections', path: `${at}/objections` },
    { name: 'recount', path: `${at}/recount` },
    { name: 'check', path: `${at}/check` },
    { name: 'me', path: '/me' },
    { name: 'settings', path: '/settings' },
    { name: 'help', path: '/help' },
    { name: 'demo', path: '/demo' },
    { name: 'list-without-key', path: `${at}/review` },
    { name: 'no-such-round', path: `/r/${zeroAddress}` },
    { name: 'no-such-page', path: '/nowhere' },
    { name: 'ticket-unknown', path: '/t/0000-0000-0000-0000-0000-0000-0000' },
  ]
}

/** As somebody sees them who has no wallet. */
export function officePages({ round }: Pick<Sample, 'round'>): NamedPage[] {
  const at = `/r/${round}`
  const offices = [
    ...['screening', 'roster', 'roll', 'freeze', 'coverage', 'decision'],
    ...['handover', 'cancel', 'retention'],
  ]
  return [
    { name: 'new-round', path: '/new' },
    { name: 'office', path: `${at}/office` },
    ...offices.map((name) => ({ name, path: `${at}/office/${name}` })),
    { name: 'trustee', path: `${at}/trustee` },
    { name: 'finish', path: `${at}/finish` },
    { name: 'apply', path: `${at}/apply` },
    { name: 'own-proposals', path: `${at}/apply/mine` },
  ]
}

export function reviewerPages({ round }: Pick<Sample, 'round'>): NamedPage[] {
  const at = `/r/${round}/review`
  const as = freshReviewer
  return [
    { name: 'list', path: at, as },
    { name: 'score', path: `${at}/1`, as },
    { name: 'confirm', path: `${at}/send`, as },
    { name: 'list-after-casting', path: at, as: castReviewer },
    { name: 'sent', path: `${at}/sent`, as: castReviewer },
    { name: 'sent-nothing', path: `${at}/sent`, as },
    { name: 'my-tasks', path: '/me', as },
  ]
}

/** As the device keeps it: see app/src/keys/heldKeys.ts. */
export function demoKey({ people, round }: Sample, reviewer: number): HeldKey {
  const person = people.reviewers[reviewer - 1]
  if (!person) throw new Error(`The sample has no reviewer ${reviewer}.`)
  return {
    kind: 'demo',
    chainId: Number(chainId),
    round,
    reviewer,
    key: person.address.toLowerCase() as Address,
    secret: person.privateKey,
  }
}

/** Versions rise, ordinals follow, and a decision names the standing version. */
import { type Address, zeroHash } from 'viem'
import { placeOfEvent, type RoundEvent } from '../history/event.ts'
import { lower } from '../isSame.ts'
import type { RecordedProposal } from '../record.ts'
import { proposalsSentences } from '../sentences/proposals.ts'
import { type Check, passed, type Problem } from './check.ts'
import type { Facts, RosterPlace } from './facts.ts'

const say = proposalsSentences['proposals.history']

/** What the replay knows so far. */
type Replay = {
  proposals: Map<Address, RecordedProposal>
  registered: number
  /** Accepted keys when the roster began, in the order of registration. */
  roster: RosterPlace[] | undefined
  withdrawals: (Facts['withdrawals'][number] & { key: Address })[]
  /** Keys whose standing version is not known for sure. */
  doubtful: Set<Address>
  failures: Problem[]
  acts: number
}

export const proposalsHistory: Check = {
  name: 'proposals.history',
  needs: ['chain.logs'],
  run({ history }) {
    const replay: Replay = {
      proposals: new Map(),
      registered: 0,
      roster: undefined,
      withdrawals: [],
      doubtful: new Set(),
      failures: [],
      acts: 0,
    }
    for (const event of history.events) replayEvent(replay, event)
    const { acts, failures, proposals, roster, withdrawals } = replay
    const sentence = say.passed({ proposals: proposals.size, acts })
    const accepted = [...proposals.values()].filter(
      ({ state }) => state === 'accepted',
    ).length
    const onRoster = withdrawals.length
    const facts = {
      proposals,
      withdrawals,
      roster: roster ?? [],
      // A withdrawal after the roster takes nothing from their number.
      accepted: roster ? accepted + onRoster : accepted,
    }
    return passed(sentence, { failures, facts })
  },
}

function replayEvent(replay: Replay, event: RoundEvent): void {
  if (event.name === 'ProposalRegistered') register(replay, event)
  else if (event.name === 'ProposalWithdrawn') withdraw(replay, event)
  else if (event.name === 'ProposalScreened') screen(replay, event)
  else if (event.name === 'RosterExtended')
    replay.roster ??= acceptedKeys(replay)
  else return
  replay.acts += 1
}

function register(replay: Replay, event: RoundEvent<'ProposalRegistered'>) {
  const { key, version, digest, category, ask, ordinal } = event.args
  const standing = replay.proposals.get(lower(key))
  checkVersion(replay, event, version, standing?.version ?? 0)
  const expected = standing?.ordinal ?? replay.registered + 1
  if (ordinal !== expected)
    replay.failures.push({
      where: { ...placeOfEvent(event), key },
      expected: `${expected}`,
      actual: `${ordinal}`,
      sentence: say.ordinal(),
    })
  checkDigest(replay, event, digest)
  replay.registered = Math.max(replay.registered, ordinal)
  replay.proposals.set(lower(key), {
    key,
    digest,
    version,
    ordinal,
    number: 0,
    state: 'pending',
    category,
    ask,
  })
}

function withdraw(replay: Replay, event: RoundEvent<'ProposalWithdrawn'>) {
  const { key, version, number } = event.args
  const standing = replay.proposals.get(lower(key))
  if (!standing || standing.state === 'withdrawn') {
    const where = { ...placeOfEvent(event), key }
    replay.failures.push({ where, sentence: say.unknown() })
    return
  }
  checkVersion(replay, event, version, standing.version)
  const place = { key: lower(key), proposal: number, at: event.at }
  if (replay.roster) replay.withdrawals.push(place)
  const withdrawn = { ...standing, version, state: 'withdrawn' } as const
  replay.proposals.set(lower(key), withdrawn)
}

function screen(replay: Replay, event: RoundEvent<'ProposalScreened'>) {
  const { key, version, accepted, reason } = event.args
  const standing = replay.proposals.get(lower(key))
  const where = { ...placeOfEvent(event), key }
  if (!standing || standing.state === 'withdrawn') {
    replay.failures.push({ where, sentence: say.unknown() })
    return
  }
  const isKnown = !replay.doubtful.has(lower(key))
  if (isKnown && version !== standing.version)
    replay.failures.push({
      where,
      expected: `${standing.version}`,
      actual: `${version}`,
      sentence: say.screened(),
    })
  checkDigest(replay, event, reason)
  const state = accepted ? 'accepted' : 'refused'
  replay.proposals.set(lower(key), { ...standing, state })
}

function acceptedKeys({ proposals }: Replay): RosterPlace[] {
  return [...proposals.values()]
    .filter(({ state }) => state === 'accepted')
    .sort((one, other) => one.ordinal - other.ordinal)
    .map(({ key, category, ask }) => ({ key, category, ask }))
}

function checkVersion(
  { doubtful, failures }: Replay,
  event: RoundEvent<'ProposalRegistered' | 'ProposalWithdrawn'>,
  version: number,
  last: number,
): void {
  if (version > last) return
  doubtful.add(lower(event.args.key))
  failures.push({
    where: { ...placeOfEvent(event), key: event.args.key },
    expected: `> ${last}`,
    actual: `${version}`,
    sentence: say.version(),
  })
}

function checkDigest(
  { failures }: Replay,
  event: RoundEvent<'ProposalRegistered' | 'ProposalScreened'>,
  digest: string,
): void {
  if (digest !== zeroHash) return
  const where = { ...placeOfEvent(event), key: event.args.key }
  failures.push({ where, sentence: say.digest() })
}

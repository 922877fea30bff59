/** Whether logs are missing, by what the round itself counts. */
import { zeroHash } from 'viem'
import type { RecordedLog } from '../record.ts'
import type { Singles } from './readSingles.ts'
import { parseEvents, type RoundEvents } from './roundLogs.ts'

/** Names of the events that are not as many as they should be. */
export function findGaps(
  logs: readonly RecordedLog[],
  state: Singles,
): string[] {
  const events = parseEvents(logs)
  const counts = [
    ...countedByState(events, state),
    ...countedByEvents(events),
    ...oncePerRound(events, state),
  ]
  return counts.filter(([, found, due]) => found !== due).map(([name]) => name)
}

type EventName = RoundEvents[number]['eventName']
type Count = [name: EventName, found: number, due: number]

function countedByState(events: RoundEvents, state: Singles): Count[] {
  const { attempt, ballots, objections, released, roll, roster } = state
  const count = (name: EventName) => named(events, name).length
  const opened = named(events, 'PageOpened')
  const settled = sumOf(opened, ({ args }) => args.counted + args.spoiled)
  const numbered = named(events, 'RosterExtended')
  const keys = sumOf(numbered, ({ args }) => BigInt(args.keys.length))
  const chunks = named(events, 'RollPublished').map(({ args }) => args.chunk)
  const shares = bitsOf(released.ballot) + bitsOf(released.lottery)
  return [
    ['PageCast', count('PageCast'), ballots.pages],
    ['PageOpened', settled, ballots.settled],
    ['RosterExtended', keys, roster.onRoster],
    ['RollPublished', new Set(chunks).size, roll.published],
    ['ShareReleased', count('ShareReleased'), shares],
    ['Objected', count('Objected'), objections.count],
    ['ObjectionAnswered', count('ObjectionAnswered'), objections.answered],
    ['AttemptStarted', count('AttemptStarted'), attempt?.number ?? 0],
    ...countedByAttempt(events, attempt),
  ]
}

function countedByAttempt(
  events: RoundEvents,
  attempt: Singles['attempt'],
): Count[] {
  if (!attempt) return []
  const { confirmations, number, packages, shares } = attempt
  const count = (name: keyof typeof steps) =>
    named(events, name).filter(({ args }) => args.attempt === number).length
  const steps = {
    PackagePublished: packages,
    SharesPublished: shares,
    KeysConfirmed: confirmations,
  }
  return (Object.keys(steps) as (keyof typeof steps)[]).map((name) => [
    name,
    count(name),
    bitsOf(steps[name]),
  ])
}

/** What one event says of others. */
function countedByEvents(events: RoundEvents): Count[] {
  const registered = named(events, 'ProposalRegistered')
  const ordinals = registered.map(({ args }) => args.ordinal)
  const opened = named(events, 'PageOpened')
  const spoiled = sumOf(opened, ({ args }) => args.spoiled)
  const confirmed = named(events, 'Confirmed')
  const departures = sumOf(confirmed, ({ args }) => args.departures)
  const last = ordinals.reduce((most, ordinal) => Math.max(most, ordinal), 0)
  return [
    ['ProposalRegistered', new Set(ordinals).size, last],
    ['BallotSpoiled', named(events, 'BallotSpoiled').length, spoiled],
    ['Departed', named(events, 'Departed').length, departures],
  ]
}

function oncePerRound(events: RoundEvents, state: Singles): Count[] {
  const { drawBlock, keyCame, phase, rankedAt, roster, seed } = state
  const due: Partial<Record<EventName, boolean>> = {
    RosterFixed: roster.isFixed,
    Frozen: drawBlock.number > 0n,
    KeysStand: state.trusteeKeys !== undefined,
    DrawBlockStored: drawBlock.hash !== zeroHash,
    Drawn: seed !== zeroHash,
    KeyCame: keyCame,
    Ranked: rankedAt > 0,
    Confirmed: phase === 'confirmed',
    RoundCancelled: phase === 'cancelled',
  }
  return Object.entries(due).map(([name, isDue]) => [
    name as EventName,
    named(events, name as EventName).length,
    isDue ? 1 : 0,
  ])
}

function named<const name extends EventName>(events: RoundEvents, name: name) {
  return events.filter(
    (event): event is Extract<RoundEvents[number], { eventName: name }> =>
      event.eventName === name,
  )
}

function sumOf<event>(
  events: readonly event[],
  valueOf: (event: event) => bigint,
): number {
  return Number(events.reduce((sum, event) => sum + valueOf(event), 0n))
}

function bitsOf(field: bigint): number {
  return field.toString(2).replaceAll('0', '').length
}

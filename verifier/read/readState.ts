/** What the contract says of itself at one block. */
import { type Address, zeroHash } from 'viem'
import type { ReadClient } from '../../chain/clients.ts'
import { numbersFrom } from '../../chain/mapConcurrently.ts'
import type { RecordedLog, RecordedState } from '../record.ts'
import {
  readLists,
  readOutcomes,
  readProposals,
  readRosterEntries,
  readShuffles,
  readTallies,
} from './readAnswers.ts'
import { type Asking, readEach } from './readEach.ts'
import { readFactory } from './readFactory.ts'
import { countStep, type OnProgress } from './readProgress.ts'
import { readSingles, type Singles } from './readSingles.ts'
import { registeredKeys } from './roundLogs.ts'

/** `listOf` is dear, since it loads the whole draw: so many are asked for. */
const sampledLists = 8

export type ReadStateParameters = {
  round: Address
  factory: Address
  blockNumber: bigint
  logs: readonly RecordedLog[]
  onProgress: OnProgress
}

export async function readState(
  client: ReadClient,
  { round, factory, blockNumber, logs, onProgress }: ReadStateParameters,
): Promise<RecordedState> {
  const reading = { round, blockNumber }
  const made = await readFactory(client, { ...reading, factory })
  const singles = await readSingles(client, reading)
  const questions = questionsTo(singles, registeredKeys(logs))
  const onRead = countStep('state', countOf(questions), onProgress)
  const asking = { client, ...reading, onRead }
  return { ...made, ...singles, ...(await readAnswers(asking, questions)) }
}

/** What is asked about, by number; empty where it is too early to ask. */
type Questions = {
  keys: Address[]
  onRoster: number[]
  pages: number[]
  seats: number[]
  sampled: number[]
  drawn: number[]
  ranked: number[]
}

function questionsTo(singles: Singles, keys: Address[]): Questions {
  const isDrawn = singles.seed !== zeroHash
  const onRoster = numbersFrom(1, singles.roster.onRoster)
  return {
    keys,
    onRoster,
    pages: numbersFrom(1, singles.ballots.pages),
    seats: isDrawn ? numbersFrom(1, singles.reviewers) : [],
    sampled: isDrawn ? spread(singles.reviewers, sampledLists) : [],
    drawn: isDrawn ? onRoster : [],
    ranked: singles.rankedAt > 0 ? onRoster : [],
  }
}

function countOf(questions: Questions): number {
  const { keys, onRoster, pages, seats, sampled, drawn, ranked } = questions
  const once = [keys, pages, sampled, drawn, ranked].flat().length
  return once + 2 * onRoster.length + 2 * seats.length
}

async function readAnswers(asking: Asking, questions: Questions) {
  const { keys, onRoster, pages, seats, sampled, drawn, ranked } = questions
  return {
    proposals: await readProposals(asking, keys),
    rosterEntries: await readRosterEntries(asking, onRoster),
    withdrawn: await readEach(asking, 'isWithdrawn', onRoster.map(only)),
    shuffles: drawn.length > 0 ? await readShuffles(asking) : undefined,
    lists: await readLists(asking, sampled),
    pages: await readEach(asking, 'page', pages.map(only)),
    lastVersions: await readEach(asking, 'lastVersion', seats.map(only)),
    settled: await readEach(asking, 'isSettled', seats.map(only)),
    tallies: await readTallies(asking, drawn),
    outcomes: await readOutcomes(asking, ranked),
  }
}

/** From 1 to `count`, both ends included, at equal distances. */
function spread(count: number, parts: number): number[] {
  const places = numbersFrom(0, parts).map(
    (part) => 1 + Math.floor((part * (count - 1)) / (parts - 1)),
  )
  return [...new Set(places)].filter((number) => number >= 1)
}

function only(number: number): [bigint] {
  return [BigInt(number)]
}

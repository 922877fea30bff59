/** Every page is there, and is the one whose digest the contract keeps. */
import { bytesToHex, hexToBytes, zeroHash } from 'viem'
import {
  ballotHeads,
  BatchMalformedError,
  mostBallotsPerPage,
  pageDigest,
  parseBatch,
  type SignedBallot,
} from '../../protocol/ballot.ts'
import { keccak } from '../../protocol/bytes.ts'
import { envelopeLength } from '../../protocol/rules.ts'
import { placeOfEvent, type RoundEvent } from '../history/event.ts'
import { eventsOf } from '../history/history.ts'
import { isSame } from '../isSame.ts'
import { ballotsSentences } from '../sentences/ballots.ts'
import { notThereYet } from '../sentences/sentences.ts'
import {
  absent,
  type Check,
  type CheckContext,
  passed,
  type Problem,
} from './check.ts'
import type { PageFact } from './facts.ts'

const say = ballotsSentences['ballots.pages']

export const ballotsPages: Check = {
  name: 'ballots.pages',
  needs: ['rules.digest', 'roster.order'],
  async run(context) {
    const { history, facts, step } = context
    const { roster, rules } = facts
    const cast = eventsOf(history, 'PageCast')
    const failures = findMissing(context)
    if (!rules || (cast.length === 0 && failures.length === 0))
      return absent(notThereYet('ballots.pages'))
    const length = envelopeLength(rules, roster.length)
    const pages: PageFact[] = []
    for (const [index, event] of cast.entries()) {
      await step(index, cast.length)
      const isNext = (pages.at(-1)?.number ?? 0) < Number(event.args.page)
      if (!isNext) failures.push(failureOf(event, say.number()))
      const page = readPage(context, event, length)
      failures.push(...page.failures)
      if (isNext) pages.push(page.fact)
    }
    const ballots = pages.reduce((sum, page) => sum + page.ballots.length, 0)
    const sentence = say.passed({ pages: pages.length, ballots })
    return passed(sentence, { failures, facts: { pages } })
  },
}

/** Pages that the contract or a later log knows, without a log of their own. */
function findMissing({ record, history }: CheckContext): Problem[] {
  const cast = eventsOf(history, 'PageCast')
  const opened = eventsOf(history, 'PageOpened')
  const there = new Set(cast.map(({ args }) => Number(args.page)))
  const known = new Set<number>()
  for (const [index, digest] of record.state.pages.entries())
    if (digest !== zeroHash) known.add(index + 1)
  for (const { args } of [...cast, ...opened])
    for (let page = 1; page < Number(args.page); page++) known.add(page)
  return [...known]
    .filter((page) => !there.has(page))
    .sort((one, other) => one - other)
    .map((page) => ({
      where: { page, event: 'PageCast' },
      sentence: say.missing(),
    }))
}

function readPage(
  { record }: CheckContext,
  event: RoundEvent<'PageCast'>,
  length: number,
): { fact: PageFact; failures: Problem[] } {
  const number = Number(event.args.page)
  const batch = hexToBytes(event.args.batch)
  const batchHash = keccak(batch)
  const fact = { number, at: event.at, batchHash }
  const ballots = tryParseBatch(batch, length)
  if (!ballots) {
    const failures = [failureOf(event, say.malformed())]
    return { fact: { ...fact, ballots: [], isSound: false }, failures }
  }
  const failures = checkDigest(record.state.pages[number - 1], event, {
    ...fact,
    ballots,
  })
  const isSound = failures.length === 0
  return { fact: { ...fact, ballots, isSound }, failures }
}

function checkDigest(
  expected: `0x${string}` | undefined,
  event: RoundEvent<'PageCast'>,
  { ballots, batchHash }: Pick<PageFact, 'ballots' | 'batchHash'>,
): Problem[] {
  const actual = bytesToHex(pageDigest(ballotHeads(ballots), batchHash))
  if (!isSame(actual, expected ?? '0x')) {
    const difference = { expected: expected ?? '', actual }
    return [{ ...failureOf(event, say.digest()), ...difference }]
  }
  const count = Number(event.args.ballots)
  const isRight = count === ballots.length && count <= mostBallotsPerPage
  if (isRight) return []
  const difference = { expected: `${ballots.length}`, actual: `${count}` }
  return [{ ...failureOf(event, say.count()), ...difference }]
}

function tryParseBatch(
  batch: Uint8Array,
  length: number,
): SignedBallot[] | undefined {
  try {
    return parseBatch(batch, { envelopeLength: length })
  } catch (error) {
    if (error instanceof BatchMalformedError) return undefined
    throw error
  }
}

function failureOf(
  event: RoundEvent<'PageCast'>,
  sentence: Problem['sentence'],
): Problem {
  const where = { ...placeOfEvent(event), page: Number(event.args.page) }
  return { where, sentence }
}

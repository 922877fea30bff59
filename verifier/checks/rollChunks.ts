/** The chunks of the roll hold the keys that were published. */
import { type Address, keccak256, size, sliceHex, zeroAddress } from 'viem'
import { chunkCount, chunkLength, parseKeys } from '../../protocol/roll.ts'
import { reviewerCount } from '../../protocol/rules.ts'
import { isBefore, placeOfEvent, type RoundEvent } from '../history/event.ts'
import { eventsOf } from '../history/history.ts'
import { isSame } from '../isSame.ts'
import { proposalsSentences } from '../sentences/proposals.ts'
import { notThereYet } from '../sentences/sentences.ts'
import {
  absent,
  type Check,
  type CheckContext,
  passed,
  type Problem,
} from './check.ts'
import { codeOf } from './factoryCode.ts'
import type { ChunkFact } from './facts.ts'

const say = proposalsSentences['roll.chunks']

export const rollChunks: Check = {
  name: 'roll.chunks',
  needs: ['rules.digest', 'roster.order'],
  run(context) {
    const { history, facts } = context
    const [frozen] = eventsOf(history, 'Frozen')
    // What came after the freeze is out of its phase, and holds for nobody.
    const published = eventsOf(history, 'RollPublished').filter(
      ({ at }) => !frozen || isBefore(at, frozen.at),
    )
    const { rules, roster } = facts
    if (!rules || published.length === 0)
      return absent(notThereYet('roll.chunks'))
    const reviewers = reviewerCount(rules, roster.length)
    const failures: Problem[] = []
    const latest = new Map<number, ChunkFact>()
    for (const event of published) {
      const found = readChunk(context, event, reviewers)
      const expected = (latest.get(found.fact.chunk)?.revision ?? 0) + 1
      failures.push(...found.failures, ...checkRevision(event, expected))
      latest.set(found.fact.chunk, found.fact)
    }
    const chunks = [...latest.values()].sort((a, b) => a.chunk - b.chunk)
    const roll = joinChunks(chunks, reviewers)
    const counts = { chunks: chunks.length, keys: roll?.length ?? 0 }
    return passed(say.passed(counts), { failures, facts: { chunks, roll } })
  },
}

function readChunk(
  { record }: CheckContext,
  event: RoundEvent<'RollPublished'>,
  reviewers: number,
): { fact: ChunkFact; failures: Problem[] } {
  const { code, codeHash } = event.args
  const chunk = Number(event.args.chunk)
  const where = { ...placeOfEvent(event), chunk }
  const content = codeOf(record, code)
  const revision = Number(event.args.revision)
  const fact = {
    chunk,
    revision,
    code,
    codeHash,
    keys: undefined,
    at: event.at,
  }
  if (content === undefined || size(content) < 1)
    return { fact, failures: [{ where, sentence: say.missing() }] }
  const actual = keccak256(content)
  const keys = tryParseKeys(content)
  const whole = { ...fact, keys }
  if (!isSame(actual, codeHash)) {
    const failure = { where, expected: codeHash, actual, sentence: say.hash() }
    return { fact: whole, failures: [failure] }
  }
  const length = chunkLength(reviewers, chunk)
  if (keys?.length === length && length > 0)
    return { fact: whole, failures: [] }
  const failure = {
    where,
    expected: `${length}`,
    actual: `${keys?.length ?? 0}`,
    sentence: say.length(),
  }
  return { fact: whole, failures: [failure] }
}

function checkRevision(
  event: RoundEvent<'RollPublished'>,
  expected: number,
): Problem[] {
  const { chunk, revision } = event.args
  if (Number(revision) === expected) return []
  return [
    {
      where: { ...placeOfEvent(event), chunk: Number(chunk) },
      expected: `${expected}`,
      actual: `${revision}`,
      sentence: say.revision(),
    },
  ]
}

/** `0x00 ‖ keys`. */
function tryParseKeys(code: `0x${string}`): Address[] | undefined {
  if (!code.startsWith('0x00') || (size(code) - 1) % 20 !== 0) return undefined
  return size(code) === 1 ? [] : parseKeys(sliceHex(code, 1))
}

/** The roll, once every chunk is there; a seat that cannot be read is empty. */
function joinChunks(
  chunks: readonly ChunkFact[],
  reviewers: number,
): Address[] | undefined {
  if (chunks.length !== chunkCount(reviewers)) return undefined
  return chunks.flatMap(({ chunk, keys }) =>
    Array.from(
      { length: chunkLength(reviewers, chunk) },
      (_, index) => keys?.[index] ?? zeroAddress,
    ),
  )
}

/** The pinned block is there, and headers that touch follow each other. */
import { isSame } from '../isSame.ts'
import type { RecordedBlock } from '../record.ts'
import { chainSentences } from '../sentences/chain.ts'
import { type Check, passed, type Problem } from './check.ts'

const say = chainSentences['chain.block']

export const chainBlock: Check = {
  name: 'chain.block',
  needs: [],
  run({ record: { block, blocks } }) {
    const sorted = blocks.toSorted((a, b) => Number(a.number - b.number))
    const failures = sorted.flatMap((one, index) =>
      follow(sorted[index - 1], one),
    )
    const pinned = blocks.find(({ number }) => number === block.number)
    if (!pinned || !isSame(pinned.hash, block.hash))
      failures.push({
        where: { block: block.number },
        expected: block.hash,
        actual: pinned?.hash ?? '',
        sentence: say.missing(),
      })
    for (const { number } of sorted)
      if (number > block.number)
        failures.push({ where: { block: number }, sentence: say.later() })
    return passed(say.passed(block), { failures })
  },
}

function follow(
  previous: RecordedBlock | undefined,
  { number, parentHash, timestamp }: RecordedBlock,
): Problem[] {
  if (!previous) return []
  const where = { block: number }
  if (number === previous.number) return [{ where, sentence: say.doubled() }]
  const isNext = number === previous.number + 1n
  if (isNext && !isSame(parentHash, previous.hash))
    return [
      {
        where,
        expected: previous.hash,
        actual: parentHash,
        sentence: say.parent(),
      },
    ]
  return timestamp < previous.timestamp ? [{ where, sentence: say.time() }] : []
}

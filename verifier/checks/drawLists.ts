/** Every list keeps the laws of the draw, and the contract answers the same. */
import { type Draw, listOf, placeOf, seatOf } from '../../protocol/draw.ts'
import { hasHalves } from '../../protocol/rules.ts'
import type { RoundRecord } from '../record.ts'
import { keysSentences } from '../sentences/keys.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { absent, type Check, passed, type Problem } from './check.ts'

const say = keysSentences['draw.lists']

export const drawLists: Check = {
  name: 'draw.lists',
  needs: ['draw.shuffles'],
  async run({ record, facts: { draw }, step }) {
    if (!draw) return absent(notThereYet('draw.lists'))
    const failures: Problem[] = []
    const lists = new Uint32Array(draw.n)
    for (let reviewer = 1; reviewer <= draw.reviewers; reviewer++) {
      await step(reviewer, draw.reviewers)
      const list = listOf(draw, reviewer)
      for (const proposal of list)
        if (proposal > 0) lists[proposal - 1] = (lists[proposal - 1] ?? 0) + 1
      failures.push(...checkList(draw, reviewer, list))
    }
    failures.push(...checkCounts(draw, lists), ...compare(draw, record))
    const sampled = record.state.lists.length
    const counts = { lists: draw.reviewers, sampled }
    return passed(say.passed(counts), { failures })
  },
}

function checkList(draw: Draw, reviewer: number, list: number[]): Problem[] {
  const proposals = list.filter((proposal) => proposal > 0)
  const failures: Problem[] = []
  const isDoubled = new Set(proposals).size !== proposals.length
  if (isDoubled && draw.rules.listLength <= draw.n)
    failures.push({ where: { reviewer }, sentence: say.doubled() })
  if (draw.rules.owners && meetsOwn(draw, reviewer, proposals))
    failures.push({ where: { reviewer }, sentence: say.own() })
  return failures
}

/** With halves the whole own half, without them the own proposal. */
function meetsOwn(draw: Draw, reviewer: number, proposals: number[]): boolean {
  const { community } = seatOf(draw, reviewer)
  if (!hasHalves(draw.rules)) return proposals.includes(community)
  const { half } = placeOf(draw, community)
  return proposals.some((proposal) => placeOf(draw, proposal).half === half)
}

/** With halves and even n, every proposal is on exactly M·m lists. */
function checkCounts({ n, rules }: Draw, lists: Uint32Array): Problem[] {
  if (!hasHalves(rules) || n % 2 !== 0) return []
  const expected = rules.seatsPerCommunity * rules.listLength
  return Array.from(lists).flatMap((count, index) => {
    if (count === expected) return []
    const values = { expected: `${expected}`, actual: `${count}` }
    const where = { proposal: index + 1 }
    return [{ where, ...values, sentence: say.uneven() }]
  })
}

function compare(draw: Draw, { state }: RoundRecord): Problem[] {
  return state.lists.flatMap(({ reviewer, list }) => {
    const expected = listOf(draw, reviewer).join(', ')
    const actual = list.join(', ')
    if (expected === actual) return []
    const where = { state: 'listOf', reviewer }
    return [{ where, expected, actual, sentence: say.other() }]
  })
}

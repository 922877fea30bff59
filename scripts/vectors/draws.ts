/** Vectors of the draw: seeds, shuffles and lists. */
import { type Hash, keccak256, numberToHex } from 'viem'
import { type Draw, listOf, makeDraw } from '../../protocol/draw.ts'
import { drawSeed } from '../../protocol/drawSeed.ts'
import { packNumbers } from '../../protocol/packedNumbers.ts'
import { encodeRules, type Rules } from '../../protocol/rules.ts'
import { type Columns, toColumns } from './columns.ts'
import { juryRules, vectorRules } from './vectorRules.ts'

type Drawing = { seed: Hash; n: number; rules: Rules }

export function seedVectors(): Columns {
  const rows = [1n, 31_337n, 2n ** 64n].map((chainId, index) => {
    const parts = {
      chainId: numberToHex(chainId, { size: 32 }),
      round: numberToHex(BigInt(counterSeed(index)) >> 96n, { size: 20 }),
      lottery: counterSeed(100 + index),
      blockHash: counterSeed(200 + index),
    }
    const seed = drawSeed({
      ...parts,
      chainId,
      lottery: BigInt(parts.lottery),
    })
    return { ...parts, seed }
  })
  return toColumns(rows)
}

export function drawVectors(): Columns {
  const rows = drawings().map(({ seed, n, rules }) => {
    const { order, offset } = makeDraw({ seed, n, rules })
    return {
      seed,
      n,
      rules: encodeRules(rules),
      order: packNumbers(order),
      offset: packNumbers(offset),
    }
  })
  return toColumns(rows)
}

/** Lists of the draws above: `draw` counts them from 0. */
export function listVectors(): Columns {
  const rows = drawings().flatMap((drawing, draw) => {
    const made = makeDraw(drawing)
    return someReviewers(made).map((reviewer) => ({
      draw,
      reviewer,
      list: packNumbers(listOf(made, reviewer)),
    }))
  })
  return toColumns(rows)
}

function drawings(): Drawing[] {
  const owners = [
    [3, 1, 2],
    [4, 2, 2],
    [5, 3, 3],
    [7, 10, 4],
    [8, 1, 4],
    [33, 2, 5],
    [40, 10, 10],
    [201, 3, 15],
    [872, 10, 10],
    [873, 10, 10],
    [1_200, 1, 2],
  ].map(([n = 0, seatsPerCommunity, listLength]) => ({
    n,
    rules: vectorRules({ seatsPerCommunity, listLength }),
  }))
  const others = [
    { n: 4, rules: vectorRules({ listLength: 0, seatsPerCommunity: 2 }) },
    { n: 2, rules: juryRules({ listLength: 0 }) },
    { n: 7, rules: juryRules({ listLength: 3 }) },
    { n: 30, rules: juryRules({ listLength: 0, points: 'Score' }) },
    { n: 130, rules: juryRules({ listLength: 120, points: 'Score' }) },
  ]
  return [...owners, ...others].map((drawing, index) => ({
    seed: counterSeed(index + 1),
    ...drawing,
  }))
}

/** The first and last, and some between. */
function someReviewers({ reviewers }: Draw): number[] {
  const parts = [0, 1 / 7, 1 / 3, 1 / 2, 5 / 7, 1]
  const numbers = parts.map((part) => 1 + Math.floor(part * (reviewers - 1)))
  return [...new Set(numbers)]
}

function counterSeed(counter: number): Hash {
  return keccak256(numberToHex(counter, { size: 32 }))
}

/** The seed follows from the trustees' lottery key and the block hash. */
import { drawSeed } from '../../protocol/drawSeed.ts'
import {
  checkShare,
  combineShares,
  TooFewSharesError,
} from '../../protocol/release.ts'
import { placeOfEvent } from '../history/event.ts'
import { eventsOf } from '../history/history.ts'
import { isSame } from '../isSame.ts'
import { keysSentences } from '../sentences/keys.ts'
import { notThereYet } from '../sentences/sentences.ts'
import {
  absent,
  type Check,
  type CheckContext,
  passed,
  type Problem,
} from './check.ts'

const say = keysSentences['draw.seed']

export const drawSeedCheck: Check = {
  name: 'draw.seed',
  needs: ['trustees.release', 'draw.block', 'phases.milestones'],
  run(context) {
    const { record, history, facts } = context
    const [drawn] = eventsOf(history, 'Drawn')
    if (!drawn) return absent(notThereYet('draw.seed'))
    const failures: Problem[] = []
    const where = placeOfEvent(drawn)
    const { lotteryKey, seed: claimed } = drawn.args
    const lottery = lotterySecret(context, lotteryKey)
    if (lottery !== lotteryKey)
      failures.push({
        where,
        expected: `${lottery}`,
        actual: `${lotteryKey}`,
        sentence: say.lottery(),
      })
    const { chainId, round } = record
    const blockHash = facts.drawBlock?.hash
    const seed =
      blockHash &&
      drawSeed({ chainId: BigInt(chainId), round, lottery, blockHash })
    if (seed && !isSame(seed, claimed)) {
      const difference = { expected: seed, actual: claimed }
      failures.push({ where, ...difference, sentence: say.seed() })
    }
    const found = seed ?? claimed
    return passed(say.passed({ seed: found }), {
      failures,
      facts: { seed: found },
    })
  },
}

/** From the shares; where they do not do, the key tells the right one. */
function lotterySecret({ facts }: CheckContext, claimed: bigint): bigint {
  const { shares, standing } = facts
  if (!standing) return claimed
  const { keys, attempt } = standing
  if (checkShare(claimed, keys.lotteryKey)) return claimed
  const { threshold, trustees } = attempt
  const size = { threshold, trustees: trustees.length }
  try {
    return combineShares(size, shares.lottery)
  } catch (error) {
    if (error instanceof TooFewSharesError) return claimed
    throw error
  }
}

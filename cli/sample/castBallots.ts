/** Half of the reviewers cast: pages by the relayer, one ballot directly. */
import { concatBytes } from '@noble/curves/utils.js'
import { bytesToHex } from 'viem'
import { castBallots as castBatch } from '../../chain/castBallots.ts'
import { writeRound } from '../../chain/writeRound.ts'
import type { Draw } from '../../protocol/draw.ts'
import { createEnvelopeSealer } from '../../protocol/envelope.ts'
import type { Point } from '../../protocol/point.ts'
import { signBallot } from '../casting/signBallot.ts'
import { createLists } from '../../protocol/lists.ts'
import { personOf } from './people.ts'
import type { Cast } from './planSample.ts'
import { day, idOf, type SampleStage } from './stage.ts'

/** Days from one page to the next. */
const pause = 2

export async function castBallots(
  stage: SampleStage,
  draw: Draw,
  ballotKey: Point,
): Promise<void> {
  const { actors, chain, people, plan, progress, round, rules } = stage
  const { pages, direct } = plan.casts
  const seal = await createSealer(stage, draw, ballotKey)
  const total = plan.arrivals.length
  await progress.step('review', total, 'reviewers', async (advance) => {
    await chain.advanceTo(rules.times.reviewFrom + day)
    for (const page of pages) {
      const batch = concatBytes(...(await Promise.all(page.map(seal))))
      await castBatch(actors.relayer, { round, batch })
      advance(page.length)
      await chain.advanceTo(chain.now() + pause * day)
    }
    const { address } = personOf(people.reviewers, 'reviewer', direct.reviewer)
    await writeRound(chain.sender(address), {
      round,
      functionName: 'castBallot',
      args: [bytesToHex(await seal(direct))],
    })
  })
}

async function createSealer(
  stage: SampleStage,
  draw: Draw,
  ballotKey: Point,
): Promise<(cast: Cast) => Promise<Uint8Array>> {
  const { people, plan, separator } = stage
  const sealer = await createEnvelopeSealer(separator, ballotKey)
  const lists = createLists(draw)
  return async ({ reviewer, version }) => {
    const proposals = lists(reviewer)
    const values = plan.review(reviewer, proposals)
    // A corrected ballot differs, if only in its first score.
    if (version > 1) values[0] = values[0] === 5 ? 4 : 5
    const { account } = personOf(people.reviewers, 'reviewer', reviewer)
    const ballot = { reviewer, version, proposals, values }
    const signed = await signBallot(idOf(stage), sealer, account, ballot)
    return signed.packed
  }
}

/** A round in which the neutral review of the order Mean changes the ranking. */
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { bytesToHex, type Hex } from 'viem'
import {
  castPage,
  makeBallot,
  openPage,
  rankHonestly,
} from '../../contracts/support/ballots.ts'
import { deployFactory } from '../../contracts/support/chain.ts'
import {
  createRound,
  fixRoster,
  juryRules,
  makeRules,
  register,
  rosterToReview,
  toClose,
  toKeyCame,
  toRanking,
} from '../../contracts/support/stage.ts'
import { recordOf, type RecordedRound } from './recordedRound.ts'

/** Proposal 1 has one review of 5; proposal 2 has three of 14 in all. */
const values = [
  [5, 5, 1],
  [0, 5, 1],
  [0, 4, 2],
]

/** Everybody scores everything; the text of proposal 1 is published. */
export async function recordMeans(): Promise<
  RecordedRound & { documents: Map<string, Uint8Array> }
> {
  const deployment = await deployFactory()
  const change = {
    ...juryRules,
    order: 'Mean',
    reviewers: 3,
    seats: 1,
  } as const
  const stage = await createRound(
    deployment,
    await makeRules(deployment, change),
  )
  const { digest, text } = publish('Proposal 1')
  await register(stage, 1, { digest })
  await register(stage, 2)
  await register(stage, 3)
  stage.n = 3
  await fixRoster(stage)
  await rosterToReview(stage)
  const ballots = await Promise.all(
    values.map((scores, index) => makeBallot(stage, index + 1, scores)),
  )
  await castPage(stage, ballots)
  await toClose(stage)
  await toKeyCame(stage)
  await openPage(stage, 1, ballots)
  await toRanking(stage)
  await rankHonestly(stage)
  const documents = new Map([[digest, text]])
  return { record: await recordOf(stage), stage, pages: [ballots], documents }
}

function publish(content: string): { digest: Hex; text: Uint8Array } {
  const text = utf8ToBytes(content)
  return { digest: bytesToHex(sha256(text)), text }
}

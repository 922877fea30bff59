/** A round in review on a node of its own process, for commands to act in. */
import { bytesToHex, createClient, type Hex, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { connectChain } from '../../../cli/connectedChain.ts'
import { hardhat } from '../../../cli/embeddedChain.ts'
import { deployContracts } from '../../../cli/official/deployContracts.ts'
import { deriveSecret } from '../../../cli/rehearse/accountKey.ts'
import { createComparisons } from '../../../cli/rehearse/comparisons.ts'
import { freeze } from '../../../cli/rehearse/freeze.ts'
import { generateKeys } from '../../../cli/rehearse/generateKeys.ts'
import { makeDraw } from '../../../cli/rehearse/makeDraw.ts'
import { publishRoll } from '../../../cli/rehearse/publishRoll.ts'
import { registerProposals } from '../../../cli/rehearse/registerProposals.ts'
import { releaseShares } from '../../../cli/rehearse/releaseShares.ts'
import { documentDigest } from '../../../cli/rehearse/stage.ts'
import { type OpenedStage, openStage } from '../../cli/support/openStage.ts'
import { fundedKey } from './sender.ts'
import type { StartedNode } from './startNode.ts'

export type ReviewRound = Pick<OpenedStage, 'chain' | 'round' | 'rules'> & {
  /** The private key of a reviewer. */
  keyOf(reviewer: number): Hex
  /** The only trustee does its last part. */
  releaseKey(): Promise<void>
  close(): Promise<void>
}

/** Blocks have to come for each transaction meanwhile. */
export async function startReview(node: StartedNode): Promise<ReviewRound> {
  const { url } = node
  const factory = await deployFactory(node)
  const chain = await connectChain({ url, factory })
  const stage = await openStage('review', { threshold: 1, count: 1 }, {}, chain)
  await registerProposals(stage)
  await publishRoll(stage)
  const { ballotShares, lotteryShares } = await generateKeys(stage)
  await freeze(stage, documentDigest('notice'))
  await makeDraw(stage, lotteryShares, createComparisons())
  const { round, rules, seed } = stage
  await chain.advanceTo(rules.times.reviewFrom)
  return {
    ...{ chain, round, rules },
    keyOf: (reviewer) => bytesToHex(deriveSecret(seed, 'reviewer', reviewer)),
    async releaseKey() {
      await chain.advanceTo(rules.times.releaseFrom)
      await releaseShares(stage, 'ballot', ballotShares)
    },
    close: () => stage.close(),
  }
}

async function deployFactory(node: StartedNode) {
  const account = privateKeyToAccount(await fundedKey(node))
  const { url } = node
  const transport = http(url, { retryCount: 0 })
  const options = { chain: hardhat, transport, cacheTime: 0 }
  const client = createClient({ ...options, account })
  const deployed = await deployContracts({ url, client, confirmations: 1 })
  return deployed.factory
}

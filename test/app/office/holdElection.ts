/** Holds a .pb file's election in a round that was made of it, up to the trustees' shares. */
import { type Address, createClient, custom, hexToBytes, toHex } from 'viem'
import { getRules } from '../../../chain/getRules.ts'
import { readRound } from '../../../chain/readRound.ts'
import { transactionGasCap } from '../../../chain/transactionGasCap.ts'
import { connectChain } from '../../../cli/connectedChain.ts'
import { type EmbeddedChain, hardhat } from '../../../cli/embeddedChain.ts'
import { createProgress } from '../../../cli/progress.ts'
import { castBallots } from '../../../cli/rehearse/castBallots.ts'
import { createComparisons } from '../../../cli/rehearse/comparisons.ts'
import { freeze } from '../../../cli/rehearse/freeze.ts'
import { generateKeys } from '../../../cli/rehearse/generateKeys.ts'
import { makeDraw } from '../../../cli/rehearse/makeDraw.ts'
import { planFile } from '../../../cli/rehearse/planFile.ts'
import { publishRoll } from '../../../cli/rehearse/publishRoll.ts'
import { registerProposals } from '../../../cli/rehearse/registerProposals.ts'
import { releaseShares } from '../../../cli/rehearse/releaseShares.ts'
import {
  assignActors,
  createGasMeter,
  documentDigest,
  type Stage,
} from '../../../cli/rehearse/stage.ts'
import { createWorkerPool } from '../../../cli/rehearse/workerPool.ts'
import type { ServedChain } from '../../../cli/servedChain.ts'
import type { PabulibFile } from '../../../protocol/pabulib/pabulibFile.ts'
import type { Times } from '../../../protocol/rules.ts'
import { makeTally } from '../../../protocol/tally.ts'
import type { CommandChain } from '../../cli/support/commandChain.ts'

export type HeldElection = { clock: EmbeddedChain; times: Times }

/** The chain's first accounts are the officials, the relayer and the trustees. */
export async function holdElection(
  { chain, url }: CommandChain,
  round: Address,
  file: PabulibFile,
): Promise<HeldElection> {
  const connected = await connectChain({ url, factory: chain.factory })
  const clock = {
    ...chain,
    advanceTo: (time: number) => connected.advanceTo(time),
    mine: (blocks: number) => connected.mine(blocks),
    sender: senderOf(chain),
  }
  const rules = await getRules(clock.reader, { round })
  const { threshold, times, trustees } = rules
  const pool = createWorkerPool()
  const stage: Stage = {
    ...{ chain: clock, round, rules, pool, seed: 'election' },
    plan: planFile('election', file, { threshold, count: trustees.length }),
    actors: assignActors(clock, trustees.length),
    separator: hexToBytes(
      await readRound(clock.reader, {
        ...{ round, functionName: 'domainSeparator', args: [] },
      }),
    ),
    progress: createProgress({ write: () => true }),
    gas: createGasMeter(),
  }
  try {
    await registerProposals(stage)
    await publishRoll(stage)
    const { ballotShares, keys, lotteryShares } = await generateKeys(stage)
    await freeze(stage, documentDigest('notice'))
    const draw = await makeDraw(stage, lotteryShares, createComparisons())
    await clock.advanceTo(times.reviewFrom)
    const intended = makeTally(file.projects.length)
    const { ballotKey } = keys
    await castBallots({ stage, review: { draw, ballotKey, intended } })
    await clock.advanceTo(times.releaseFrom)
    await releaseShares(stage, 'ballot', ballotShares)
    return { clock, times }
  } finally {
    await pool.close()
  }
}

/** Estimating a full page of ballots means casting it a dozen times. */
function senderOf({ reader }: ServedChain): EmbeddedChain['sender'] {
  const transport = custom(
    {
      request: (asked: { method: string }) =>
        asked.method === 'eth_estimateGas'
          ? Promise.resolve(toHex(transactionGasCap))
          : reader.request(asked as never),
    },
    { retryCount: 0 },
  )
  const options = { chain: hardhat, transport, cacheTime: 0 }
  return (account) => createClient({ ...options, account, pollingInterval: 50 })
}

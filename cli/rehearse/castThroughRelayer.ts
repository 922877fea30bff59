/** Has a relayer cast the ballots, and sees that it keeps its receipts. */
import { setTimeout as wait } from 'node:timers/promises'
import { bytesToHex, type Hex, parseEther } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { sendTransaction } from 'viem/actions'
import { getBallotCounts } from '../../chain/getBallotCounts.ts'
import { ballotsPerPage } from '../../chain/opening/openingGas.ts'
import { BaseError } from '../../protocol/errors.ts'
import type { SignedReceipt } from '../../protocol/receipt/receipt.ts'
import { deriveSecret } from './accountKey.ts'
import { countKept } from './countKept.ts'
import type { Prepared } from './rehearse.ts'
import { sealAll } from './sealAll.ts'
import { serveChain } from './serveChain.ts'

export type Receipts = { given: number; kept: number }

export type RelayerWays<relayer extends Stoppable> = {
  /** Starts one by what it would find in its environment. */
  start: (env: Record<string, string>) => Promise<relayer>
  /** Hands the ballots in. */
  post: (
    relayer: relayer,
    ballots: readonly Uint8Array[],
  ) => Promise<readonly SignedReceipt[]>
}

type Stoppable = { stop(): Promise<void> }

/** Seconds by the chain after which the relayer casts a page that is not full. */
const pageSeconds = 60
/** Milliseconds without a new page after which there will be none. */
const patience = 60_000

export async function castThroughRelayer<relayer extends Stoppable>(
  prepared: Prepared,
  { post, start }: RelayerWays<relayer>,
): Promise<Receipts> {
  const { review, stage } = prepared
  const ballots = await sealAll(stage, review)
  const served = await serveChain(stage.chain.reader)
  try {
    const relayer = await start(await prepareEnv(stage, served.url))
    const receipts = await usingRelayer(relayer, async () => {
      const received = await post(relayer, ballots)
      await untilCast(stage, received.length)
      return received
    })
    const kept = await countKept(stage, receipts)
    return { given: receipts.length, kept }
  } finally {
    await served.close()
  }
}

async function usingRelayer<result>(
  relayer: Stoppable,
  use: () => Promise<result>,
): Promise<result> {
  try {
    return await use()
  } finally {
    await relayer.stop()
  }
}

/** Everything but the storage, with a key that can pay. */
async function prepareEnv(
  { actors, chain, plan, rules, seed }: Prepared['stage'],
  url: string,
): Promise<Record<string, string>> {
  const key = relayerKey(seed)
  const to = privateKeyToAddress(key)
  const value = parseEther('1000')
  await sendTransaction(actors.relayer, { chain: null, to, value })
  const most = ballotsPerPage(rules, plan.proposals.length)
  return {
    DURE_RPC_URL: url,
    DURE_FACTORY: chain.factory,
    DURE_RECEIPTS: chain.receipts,
    DURE_RELAYER_KEY: key,
    DURE_PAGE_BALLOTS: String(most),
    DURE_PAGE_SECONDS: String(pageSeconds),
    // All come from this machine.
    DURE_REQUESTS_PER_MINUTE: '1000000',
    PORT: '0',
  }
}

function relayerKey(seed: string): Hex {
  return bytesToHex(deriveSecret(seed, 'relayer', 1))
}

/** Time passes on the chain, so that the last page goes, too. */
async function untilCast(
  { chain, round }: Prepared['stage'],
  expected: number,
): Promise<void> {
  await chain.advanceTo(chain.now() + pageSeconds)
  let last = -1
  let since = performance.now()
  for (;;) {
    const { cast } = await getBallotCounts(chain.reader, { round })
    if (cast >= expected) return
    if (cast > last) since = performance.now()
    last = cast
    if (performance.now() - since > patience)
      throw new NotCastError({ cast, expected })
    await wait(100)
  }
}

export class NotCastError extends BaseError {
  override name = 'NotCastError'

  constructor({ cast, expected }: { cast: number; expected: number }) {
    super(`The relayer has cast ${cast} of ${expected} ballots, and rests.`, {
      metaMessages: ['Its log tells what hinders it.'],
    })
  }
}

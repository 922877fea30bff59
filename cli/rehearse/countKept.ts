/** Counts the receipts that a relayer has kept, going by the chain alone. */
import { bytesToHex, type Hex } from 'viem'
import { getBlock, getTransactionReceipt } from 'viem/actions'
import { getPages } from '../../chain/getPages.ts'
import { ballotDigest, parseBatch } from '../../protocol/ballot.ts'
import type { SignedReceipt } from '../../protocol/receipt/receipt.ts'
import { isReceiptSigned } from '../../protocol/receipt/signReceipt.ts'
import { envelopeLength } from '../../protocol/rules.ts'
import type { Stage } from './stage.ts'

/** Also counts the gas of the pages. */
export async function countKept(
  stage: Stage,
  receipts: readonly SignedReceipt[],
): Promise<number> {
  const recorded = await readRecorded(stage)
  let kept = 0
  for (const signed of receipts) {
    const { ballot, includeBy } = signed.receipt
    const time = recorded.get(ballot) ?? Number.POSITIVE_INFINITY
    if (time <= includeBy && (await isReceiptSigned(signed))) kept += 1
  }
  return kept
}

/** When each ballot was recorded, by its digest. */
async function readRecorded(stage: Stage): Promise<Map<Hex, number>> {
  const { chain, gas, plan, round, rules, separator } = stage
  const size = { envelopeLength: envelopeLength(rules, plan.proposals.length) }
  const times = new Map<Hex, number>()
  const pages = await getPages(chain.reader, { round, blocksAtOnce: 100n })
  for (const { batch, blockNumber, transactionHash: hash } of pages) {
    const { timestamp } = await getBlock(chain.reader, { blockNumber })
    gas.spend('cast', await getTransactionReceipt(chain.reader, { hash }))
    for (const ballot of parseBatch(batch, size)) {
      const digest = bytesToHex(ballotDigest(separator, ballot))
      times.set(digest, Number(timestamp))
    }
  }
  return times
}

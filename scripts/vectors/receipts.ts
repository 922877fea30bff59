/** receipts.json: what relayers promise, and their signatures. */
import { bytesToHex, domainSeparator, type Hex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import {
  receiptDigest,
  type ReceiptsId,
  type SignedReceipt,
  toReceiptTypedData,
} from '../../protocol/receipt/receipt.ts'
import { signReceipt } from '../../protocol/receipt/signReceipt.ts'
import { type Columns, toColumns } from './columns.ts'
import { seededRandom } from './seededRandom.ts'

const id: ReceiptsId = {
  chainId: 31_337,
  receipts: '0x00000000000000000000000000000000000d02ec',
}

/** Reviewer, version, time. */
const promises = [
  [1, 1, 1_893_456_000],
  [131_072, 15, 1],
  [2 ** 32 - 1, 255, 2 ** 53 - 1],
] as const

export async function receiptVectors(): Promise<Columns> {
  const rows: ReturnType<typeof toRow>[] = []
  for (const [reviewer, version, includeBy] of promises) {
    const random = seededRandom(`receipt of ${reviewer}`)
    const receipt = {
      round: bytesToHex(random(20)),
      ...{ reviewer, version, includeBy },
      ballot: bytesToHex(random()),
    }
    const relayer = privateKeyToAccount(bytesToHex(random()))
    rows.push(toRow(await signReceipt(relayer, id, receipt)))
  }
  return toColumns(rows)
}

function toRow({ receipt, relayer, signature, ...where }: SignedReceipt) {
  const { domain } = toReceiptTypedData(where, receipt)
  return {
    ...where,
    ...receipt,
    domainSeparator: domainSeparator({ domain }),
    digest: receiptDigest(where, receipt),
    relayer: relayer.toLowerCase() as Hex,
    signature,
  }
}

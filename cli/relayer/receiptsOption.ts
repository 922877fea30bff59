/** The contract that keeps the records of relayers. */
import { Option } from 'commander'
import type { ReceiptsId } from '../../protocol/receipt/receipt.ts'
import { checkReceipts } from '../challenge/checkReceipts.ts'
import { type Connection, parseAddress } from '../frame/connect.ts'

export type ReceiptsOptions = { receipts?: string }

export function receiptsOption(): Option {
  return new Option(
    '--receipts <address>',
    'the receipts, as `dure deploy` printed',
  ).env('DURE_RECEIPTS')
}

/** Refuses an address that has no receipts. */
export async function findReceipts(
  connection: Pick<Connection, 'chainId' | 'reader'>,
  options: ReceiptsOptions,
): Promise<ReceiptsId> {
  const { chainId } = connection
  const receipts = parseAddress('--receipts', options.receipts, 'DURE_RECEIPTS')
  await checkReceipts(connection, { chainId, receipts })
  return { chainId, receipts }
}

/** The codes that a round stands on. */
import type { Address } from 'viem'
import { getCode } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import { mapConcurrently } from '../../chain/mapConcurrently.ts'
import type { RecordedCode } from '../record.ts'

/** `0x` where there is none. */
export function readCodes(
  client: ReadClient,
  addresses: readonly Address[],
  blockNumber: bigint,
  onRead: (count: number) => void,
): Promise<RecordedCode[]> {
  return mapConcurrently(addresses, async (address) => {
    const code = await getCode(client, { address, blockNumber })
    onRead(1)
    return { address, code: code ?? '0x' }
  })
}

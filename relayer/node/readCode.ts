/** The code at an address, as the verifier's checks take it. */
import type { Address } from 'viem'
import { getCode } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import type { RecordedCode } from '../../verifier/record.ts'

export async function readCode(
  client: ReadClient,
  address: Address,
): Promise<RecordedCode> {
  return { address, code: (await getCode(client, { address })) ?? '0x' }
}

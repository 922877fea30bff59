/** The block in which a contract was made. */
import type { Address } from 'viem'
import { getCode } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import { BaseError } from '../../protocol/errors.ts'
import { isRefusal } from './patientClient.ts'

/**
 * By halves over the blocks up to `last`; 0 where the node does not keep the
 * state of old blocks.
 */
export async function findFirstBlock(
  client: ReadClient,
  address: Address,
  last: bigint,
): Promise<bigint> {
  if (!(await hasCode(client, address, last)))
    throw new NoContractError({ address, block: last })
  try {
    return await bisect(last, (block) => hasCode(client, address, block))
  } catch (error) {
    if (!isRefusal(error)) throw error
    return 0n
  }
}

/** The first number for which it holds; it holds for `last`. */
async function bisect(
  last: bigint,
  holds: (number: bigint) => Promise<boolean>,
): Promise<bigint> {
  let [low, high] = [0n, last]
  while (low < high) {
    const middle = (low + high) / 2n
    if (await holds(middle)) high = middle
    else low = middle + 1n
  }
  return low
}

async function hasCode(
  client: ReadClient,
  address: Address,
  blockNumber: bigint,
): Promise<boolean> {
  return (await getCode(client, { address, blockNumber })) !== undefined
}

export class NoContractError extends BaseError {
  override name = 'NoContractError'

  constructor({ address, block }: { address: Address; block: bigint }) {
    super(`There is no contract at ${address} in block ${block}.`, {
      metaMessages: ['Expected the address of a round on this chain.'],
    })
  }
}

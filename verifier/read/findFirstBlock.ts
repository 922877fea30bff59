/** The block in which a contract was made. */
import { type Address, hexToNumber, numberToHex } from 'viem'
import { getCode } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import { BaseError } from '../../protocol/errors.ts'
import { troubleOf } from './nodeTroubles.ts'
import { findNodeError, isRefusal } from './patientClient.ts'

/** Asked about at once: with 15, 24 million blocks take 7 answers one after another. */
const blocksAtOnce = 15n

/**
 * Among the blocks up to `last`; `first` where the node does not keep the state of
 * old blocks. It need not be right: it only makes the search shorter.
 */
export async function findFirstBlock(
  client: ReadClient,
  address: Address,
  { first = 0n, last }: { first?: bigint; last: bigint },
): Promise<bigint> {
  const from = first <= last ? first : 0n
  const [code, found] = await Promise.all([
    getCode(client, { address, blockNumber: last }),
    search(client, address, { first: from, last }).catch((error: unknown) => {
      if (!hasNoState(error)) throw error
      return from
    }),
  ])
  if (code === undefined) throw new NoContractError({ address, block: last })
  return found
}

async function search(
  client: ReadClient,
  address: Address,
  { first, last }: { first: bigint; last: bigint },
): Promise<bigint> {
  const isThereIn = (block: bigint) => isThere(client, address, block)
  const [isCounted, wasBefore, found] = await Promise.all([
    isThereIn(last),
    first > 0n && isThereIn(first - 1n),
    narrow(first, last, isThereIn),
  ])
  // A contract of the first block, or of a chain that does not count so.
  if (!isCounted) return first
  return wasBefore ? narrow(0n, first - 1n, isThereIn) : found
}

/** Rather than no answer in time, after which a late block would hide what was before. */
function hasNoState(error: unknown): boolean {
  const isSilent = ['busy', 'slow'].includes(troubleOf(error))
  return findNodeError(error) ? isRefusal(error) : !isSilent
}

/** The first number for which it holds; it holds for `last`. */
async function narrow(
  first: bigint,
  last: bigint,
  holds: (number: bigint) => Promise<boolean>,
): Promise<bigint> {
  let [low, high] = [first, last]
  while (low < high) {
    const asked = spread(low, high)
    const held = (await Promise.all(asked.map(holds))).indexOf(true)
    const below = asked.at(held === -1 ? -1 : held - 1)
    if (held !== 0 && below !== undefined) low = below + 1n
    high = asked[held] ?? high
  }
  return low
}

/** Numbers from `low` on and below `high`, in equal steps. */
function spread(low: bigint, high: bigint): bigint[] {
  const steps = Array.from({ length: Number(blocksAtOnce) }, (_, index) => {
    const step = BigInt(index + 1)
    return low + ((high - low) * step) / (blocksAtOnce + 1n)
  })
  return [...new Set(steps)]
}

/**
 * A contract has a transaction count of 1 from its first block on (EIP-161): a few
 * bytes, where its code would be kilobytes for every block that is asked about.
 */
async function isThere(
  client: ReadClient,
  address: Address,
  blockNumber: bigint,
): Promise<boolean> {
  const params = [address, numberToHex(blockNumber)] as const
  const method = 'eth_getTransactionCount'
  return hexToNumber(await client.request({ method, params: [...params] })) > 0
}

export class NoContractError extends BaseError {
  override name = 'NoContractError'

  constructor({ address, block }: { address: Address; block: bigint }) {
    super(`There is no contract at ${address} in block ${block}.`, {
      metaMessages: ['Expected the address of a round on this chain.'],
    })
  }
}

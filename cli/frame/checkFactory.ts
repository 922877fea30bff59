/** Refuses an address where no round factory answers. */
import type { Address } from 'viem'
import { readContract } from 'viem/actions'
import { roundFactoryAbi } from '../../chain/generated/abis.ts'
import { BaseError } from '../../protocol/errors.ts'
import { isNoContract, type Connection } from './connect.ts'
import { nameOf } from './networks.ts'

export async function checkFactory(
  { chainId, reader }: Pick<Connection, 'chainId' | 'reader'>,
  factory: Address,
): Promise<void> {
  const call = { address: factory, abi: roundFactoryAbi } as const
  try {
    await readContract(reader, { ...call, functionName: 'implementation' })
  } catch (cause) {
    if (!isNoContract(cause)) throw cause
    throw new NoFactoryError({ factory, chainId, cause })
  }
}

export class NoFactoryError extends BaseError {
  override name = 'NoFactoryError'

  constructor({
    factory,
    chainId,
    cause,
  }: {
    factory: Address
    chainId: number
    cause: unknown
  }) {
    super(`There is no round factory at ${factory}.`, {
      metaMessages: [
        `The node at --rpc serves ${nameOf(chainId)}.`,
        'Expected the address that `dure deploy` printed for that chain.',
      ],
      cause,
    })
  }
}

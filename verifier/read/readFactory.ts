/** What the factory says of a round, and of what stands behind it. */
import { type Address, zeroAddress } from 'viem'
import { readContract } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import { roundFactoryAbi } from '../../chain/generated/abis.ts'
import type { RecordedState } from '../record.ts'
import { isRefusal } from './patientClient.ts'

export type FactoryState = Pick<RecordedState, 'isRound' | 'implementation'>

export type ReadFactoryParameters = {
  round: Address
  factory: Address
  blockNumber: bigint
}

/** Anyone can log that they made a round: then this is no factory at all. */
export async function readFactory(
  client: ReadClient,
  { round, factory, blockNumber }: ReadFactoryParameters,
): Promise<FactoryState> {
  const call = { address: factory, abi: roundFactoryAbi, blockNumber } as const
  try {
    const [isRound, implementation] = await Promise.all([
      readContract(client, { ...call, functionName: 'isRound', args: [round] }),
      readContract(client, { ...call, functionName: 'implementation' }),
    ])
    return { isRound, implementation }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { isRound: false, implementation: zeroAddress }
  }
}

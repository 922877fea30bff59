/** Makes sure that the settings name the contracts of this chain. */
import { type Address, isAddressEqual } from 'viem'
import { readContract } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import { receiptsAbi } from '../../chain/generated/abis.ts'
import { BaseError } from '../../protocol/errors.ts'

export type CheckContractsParameters = { factory: Address; receipts: Address }

/** A receipt that names another contract would bind nobody. */
export async function checkContracts(
  client: ReadClient,
  { factory, receipts }: CheckContractsParameters,
): Promise<void> {
  const abi = receiptsAbi
  const call = { address: receipts, abi, functionName: 'factory' } as const
  const found = await readContract(client, call).catch((cause: unknown) => {
    throw new ReceiptsWrongError({ receipts, factory, cause })
  })
  if (!isAddressEqual(found, factory))
    throw new ReceiptsWrongError({ receipts, factory, found })
}

export type ReceiptsWrongErrorParameters = CheckContractsParameters & {
  found?: Address
  cause?: unknown
}

export class ReceiptsWrongError extends BaseError {
  override name = 'ReceiptsWrongError'

  constructor({
    receipts,
    factory,
    found,
    cause,
  }: ReceiptsWrongErrorParameters) {
    super(
      `DURE_RECEIPTS, ${receipts}, is no contract of receipts for rounds of ${factory}.`,
      {
        metaMessages: [
          found
            ? `It is for those of ${found}.`
            : 'It does not say whose they are.',
          '`dure deploy` names both addresses.',
        ],
        cause,
      },
    )
  }
}

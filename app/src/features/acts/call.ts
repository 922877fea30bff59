/** One call of a contract that somebody is about to make: by a wallet, or by a Safe. */
import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  encodeFunctionData,
  type Hex,
} from 'viem'
import { roundAbi } from '../../../../chain/generated/abis.ts'
import type { SendCallParameters } from '../../../../chain/sendCall.ts'
import type { RoundWriteName } from '../../../../chain/writeRound.ts'

export type Call = SendCallParameters

export function roundCall<const name extends RoundWriteName>(
  round: Address,
  functionName: name,
  args: ContractFunctionArgs<typeof roundAbi, 'nonpayable', name> &
    readonly unknown[],
): Call {
  const abi: Abi = roundAbi
  return { address: round, abi, functionName, args }
}

export function callData({ abi, args, functionName }: Call): Hex {
  return encodeFunctionData({ abi, args, functionName })
}

/**
 * Sends one call to a round and answers its receipt. Every write that needs
 * nothing around it is this action with a function's name: `freeze`, `screen`,
 * `cancel`, `offerRole`, `releaseShare`, `rank`, `confirm` …
 */
import type {
  Abi,
  Address,
  ContractFunctionArgs,
  ContractFunctionName,
} from 'viem'
import type { WriteClient } from './clients.ts'
import { roundAbi } from './generated/abis.ts'
import { sendCall, type SendCallReturnType } from './sendCall.ts'

export type RoundWriteName = ContractFunctionName<typeof roundAbi, 'nonpayable'>

export type WriteRoundParameters<name extends RoundWriteName> = {
  round: Address
  functionName: name
  args: ContractFunctionArgs<typeof roundAbi, 'nonpayable', name> &
    readonly unknown[]
  gas?: bigint | undefined
}

export type WriteRoundReturnType = SendCallReturnType

export function writeRound<const name extends RoundWriteName>(
  client: WriteClient,
  { round, functionName, args, gas }: WriteRoundParameters<name>,
): Promise<WriteRoundReturnType> {
  const abi: Abi = roundAbi
  return sendCall(client, { address: round, abi, functionName, args, gas })
}

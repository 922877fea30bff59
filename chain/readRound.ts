/**
 * Asks one view of a round. Reads that need nothing around them are this
 * action with a function's name: `seed`, `keyCame`, `listOf`, `reviewerCount` …
 */
import type {
  Address,
  ContractFunctionArgs,
  ContractFunctionName,
  ContractFunctionReturnType,
} from 'viem'
import type { ReadClient } from './clients.ts'
import { roundAbi } from './generated/abis.ts'
import { readView } from './readView.ts'

type RoundAbi = typeof roundAbi
export type RoundReadName = ContractFunctionName<RoundAbi, 'view'>

export type ReadRoundParameters<
  name extends RoundReadName,
  args extends ContractFunctionArgs<RoundAbi, 'view', name>,
> = {
  round: Address
  functionName: name
  args: args
  /** The latest unless told. */
  blockNumber?: bigint | undefined
}

export type ReadRoundReturnType<
  name extends RoundReadName,
  args extends ContractFunctionArgs<RoundAbi, 'view', name>,
> = ContractFunctionReturnType<RoundAbi, 'view', name, args>

export function readRound<
  const name extends RoundReadName,
  const args extends ContractFunctionArgs<RoundAbi, 'view', name>,
>(
  client: ReadClient,
  { round, functionName, args, blockNumber }: ReadRoundParameters<name, args>,
): Promise<ReadRoundReturnType<name, args>> {
  const call = {
    address: round,
    abi: roundAbi,
    functionName,
    args,
    blockNumber,
  }
  // viem cannot follow a name that is still generic; the types above do.
  const answer: Promise<unknown> = readView(client, call as never)
  return answer as Promise<ReadRoundReturnType<name, args>>
}

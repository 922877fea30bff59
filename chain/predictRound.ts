/** The address that a round will have, or has: it follows from its rules, its maker and a salt. */
import {
  type Address,
  concat,
  encodeAbiParameters,
  getCreate2Address,
  type Hash,
  keccak256,
  numberToHex,
  size,
} from 'viem'
import { readContract } from 'viem/actions'
import { encodeRules, type Rules } from '../protocol/rules.ts'
import type { ReadClient } from './clients.ts'
import { roundFactoryAbi } from './generated/abis.ts'

export type PredictRoundParameters = {
  factory: Address
  rules: Rules
  /** Who calls `createRound`. */
  creator: Address
  salt: Hash
}
export type PredictRoundReturnType = Address

/** Of OpenZeppelin's clone with immutable arguments, and of what it returns. */
const cloneSize = 0x2d

export async function predictRound(
  client: ReadClient,
  { creator, factory, rules, salt }: PredictRoundParameters,
): Promise<PredictRoundReturnType> {
  const implementation = await readContract(client, {
    ...{ address: factory, abi: roundFactoryAbi },
    functionName: 'implementation',
  })
  const encoded = encodeRules(rules)
  const bytecode = concat([
    '0x61',
    numberToHex(size(encoded) + cloneSize, { size: 2 }),
    '0x3d81600a3d39f3363d3d373d3d3d363d73',
    implementation,
    '0x5af43d82803e903d91602b57fd5bf3',
    encoded,
  ])
  const types = [{ type: 'address' }, { type: 'bytes32' }] as const
  const own = keccak256(encodeAbiParameters(types, [creator, salt]))
  return getCreate2Address({ from: factory, salt: own, bytecode })
}

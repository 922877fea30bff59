/** Makes a round at a factory. */
import {
  type Abi,
  type Address,
  type Hash,
  isAddressEqual,
  parseEventLogs,
} from 'viem'
import { BaseError } from '../protocol/errors.ts'
import { type Holders, type Rules, toAbiRules } from '../protocol/rules.ts'
import type { WriteClient } from './clients.ts'
import { roundFactoryAbi } from './generated/abis.ts'
import { sendCall, type SendCallReturnType } from './sendCall.ts'

export type CreateRoundParameters = {
  factory: Address
  rules: Rules
  holders: Holders
  /** With the sender's address it fixes the round's address. */
  salt: Hash
  gas?: bigint
}
export type CreateRoundReturnType = {
  round: Address
  receipt: SendCallReturnType
}

export async function createRound(
  client: WriteClient,
  { factory, rules, holders, salt, gas }: CreateRoundParameters,
): Promise<CreateRoundReturnType> {
  const abi: Abi = roundFactoryAbi
  const receipt = await sendCall(client, {
    address: factory,
    abi,
    functionName: 'createRound',
    args: [toAbiRules(rules), holders, salt],
    gas,
  })
  return { round: readCreatedRound(factory, receipt), receipt }
}

/** The round that a receipt of the factory tells of. */
export function readCreatedRound(
  factory: Address,
  { logs }: Pick<SendCallReturnType, 'logs'>,
): Address {
  const [created] = parseEventLogs({
    abi: roundFactoryAbi,
    eventName: 'RoundCreated',
    logs: logs.filter(({ address }) => isAddressEqual(address, factory)),
  })
  if (created === undefined) throw new NoRoundError({ factory })
  return created.args.round
}

export class NoRoundError extends BaseError {
  override name = 'NoRoundError'

  constructor({ factory }: { factory: Address }) {
    super(`${factory} made no round.`, {
      metaMessages: ['Expected the address of a RoundFactory on this chain.'],
    })
  }
}

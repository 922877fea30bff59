/** What the relayer knows of the rounds of its factory, read once each. */
import { type Address, getAddress, hexToBytes } from 'viem'
import { readContract } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import type { Phase } from '../../chain/enums.ts'
import { roundFactoryAbi } from '../../chain/generated/abis.ts'
import { getPhase } from '../../chain/getPhase.ts'
import { getRoll } from '../../chain/getRoll.ts'
import { getRules } from '../../chain/getRules.ts'
import { readRound } from '../../chain/readRound.ts'
import type { Roll } from '../../protocol/roll.ts'
import type { Rules } from '../../protocol/rules.ts'
import { findFirstBlock } from '../../verifier/read/findFirstBlock.ts'
import type { RecordedCode } from '../../verifier/record.ts'
import { readCode } from '../node/readCode.ts'
import { readHead } from '../node/readHead.ts'
import { recently } from '../node/recently.ts'
import { RoundUnknownError } from './errors.ts'

/** Fixed at creation. */
export type RoundFacts = {
  round: Address
  rules: Rules
  rulesDigest: string
  separator: Uint8Array
  fromBlock: bigint
}

/** Fixed by the draw, before the first ballot. */
export type ReviewFacts = {
  roll: Roll
  envelopeLength: number
  /** Of the ERC-7913 verifiers that the rules list. */
  codes: readonly RecordedCode[]
}

export type RoundBook = {
  /** Throws `RoundUnknownError` unless the factory made it. */
  round(round: Address): Promise<RoundFacts>
  /** None before the draw. */
  review(round: Address): Promise<ReviewFacts | undefined>
  /** As of the latest block, or one shortly before. */
  phase(round: Address): Promise<Phase>
}

/** `age`: milliseconds for which a phase stays good. */
export function createRoundBook(
  client: ReadClient,
  factory: Address,
  age: number,
): RoundBook {
  const rounds = new Map<Address, Promise<RoundFacts>>()
  const reviews = new Map<Address, Promise<ReviewFacts | undefined>>()
  const phases = new Map<Address, () => Promise<Phase>>()
  const round = (address: Address) =>
    once(rounds, address, () => readFacts(client, factory, address))
  return {
    round,
    review: (address) =>
      once(reviews, address, async () =>
        readReview(client, await round(address)),
      ),
    async phase(address) {
      await round(address)
      const key = getAddress(address)
      const known = phases.get(key)
      if (known) return known()
      const read = recently(age, () => getPhase(client, { round: key }))
      phases.set(key, read)
      return read()
    },
  }
}

/** A reading that failed, or found nothing yet, is not kept. */
function once<value>(
  kept: Map<Address, Promise<value>>,
  address: Address,
  read: () => Promise<value>,
): Promise<value> {
  const key = getAddress(address)
  const known = kept.get(key)
  if (known) return known
  const forget = () => kept.delete(key)
  const reading = read()
  kept.set(key, reading)
  reading.then((value) => value === undefined && forget(), forget)
  return reading
}

async function readFacts(
  client: ReadClient,
  factory: Address,
  round: Address,
): Promise<RoundFacts> {
  const isRound = await readContract(client, {
    address: factory,
    abi: roundFactoryAbi,
    functionName: 'isRound',
    args: [round],
  })
  if (!isRound) throw new RoundUnknownError({ round })
  const { number } = await readHead(client)
  const [rules, rulesDigest, separator, fromBlock] = await Promise.all([
    getRules(client, { round }),
    readRound(client, { round, functionName: 'rulesDigest', args: [] }),
    readRound(client, { round, functionName: 'domainSeparator', args: [] }),
    findFirstBlock(client, round, { last: number }),
  ])
  return {
    round,
    rules,
    rulesDigest,
    separator: hexToBytes(separator),
    fromBlock,
  }
}

async function readReview(
  client: ReadClient,
  { round, rules, fromBlock }: RoundFacts,
): Promise<ReviewFacts | undefined> {
  const size = { round, functionName: 'ballotSize', args: [] } as const
  const [, envelope] = await readRound(client, size)
  if (envelope === 0n) return undefined
  const [roll, ...codes] = await Promise.all([
    getRoll(client, { round, fromBlock }),
    ...rules.verifiers.map((address) => readCode(client, address)),
  ])
  return { roll, envelopeLength: Number(envelope), codes }
}

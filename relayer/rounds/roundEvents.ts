/** What a round has logged about proposals and documents, read on as blocks come. */
import { type Address, getAddress } from 'viem'
import type { ReadClient } from '../../chain/clients.ts'
import { inTurn } from '../../chain/delivery/journal.ts'
import {
  getRoundLogs,
  type GetRoundLogsReturnType,
} from '../../chain/getRoundLogs.ts'
import { readHead } from '../node/readHead.ts'
import { recently } from '../node/recently.ts'
import type { RoundBook } from './roundBook.ts'

const eventNames = [
  'ProposalRegistered',
  'ProposalWithdrawn',
  'ProposalScreened',
  'RosterExtended',
  'RoundCancelled',
  'Frozen',
  'AttemptStarted',
  'Objected',
  'ObjectionAnswered',
  'Departed',
  'Confirmed',
] as const

export type RoundLog = GetRoundLogsReturnType<
  (typeof eventNames)[number]
>[number]

/** In the order of the chain. Throws `RoundUnknownError`. */
export type RoundEvents = (round: Address) => Promise<readonly RoundLog[]>

/** What a reorganisation could still change is read again. */
const unsettled = 64n
/** What is read before an interruption need not be read again. */
const blocksAtOnce = 20_000n

/** `age`: milliseconds for which an answer stays good. */
export function createRoundEvents(
  client: ReadClient,
  rounds: RoundBook,
  age: number,
): RoundEvents {
  const readers = new Map<Address, () => Promise<readonly RoundLog[]>>()
  return async (address) => {
    const { fromBlock, round } = await rounds.round(getAddress(address))
    const known = readers.get(round)
    if (known) return known()
    const takeTurn = inTurn()
    const read = createReader(client, round, fromBlock)
    const reader = recently(age, () => takeTurn(read))
    readers.set(round, reader)
    return reader()
  }
}

function createReader(client: ReadClient, round: Address, fromBlock: bigint) {
  const settled: RoundLog[] = []
  let next = fromBlock
  return async (): Promise<readonly RoundLog[]> => {
    const { number: last } = await readHead(client)
    const bound = last - unsettled
    while (next < bound) {
      const end = next + blocksAtOnce < bound ? next + blocksAtOnce : bound
      const range = { fromBlock: next, toBlock: end - 1n }
      settled.push(
        ...(await getRoundLogs(client, { round, eventNames, ...range })),
      )
      next = end
    }
    const range = { fromBlock: next, toBlock: last }
    const recent = await getRoundLogs(client, { round, eventNames, ...range })
    return [...settled, ...recent]
  }
}

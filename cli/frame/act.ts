/**
 * An act that cannot be undone: it is tried on the node first, said in words,
 * asked about, and only then sent.
 */
import type {
  Abi,
  Address,
  ContractFunctionArgs,
  TransactionReceipt,
} from 'viem'
import { roundAbi } from '../../chain/generated/abis.ts'
import type { RoundWriteName } from '../../chain/writeRound.ts'
import { renderRows } from '../printing.ts'
import { describeCost, estimateGas, toGasLimit } from './fees.ts'
import { nameOf } from './networks.ts'
import { askYes } from './question.ts'
import { say } from './report.ts'
import { type Call, send, sendOnce } from './send.ts'
import type { ActSession } from './session.ts'
import { BaseError } from '../../protocol/errors.ts'

export type Act = {
  /** What will happen: `Cancel the round`. */
  title: string
  /** Names and values of what is sent. */
  facts: readonly (readonly [name: string, value: string])[]
  /** What about it cannot be undone. */
  warning: string
  /** One transaction each, in this order. */
  calls: readonly Call[]
  /** Name and unit of the progress line. */
  unit?: string
}

/** The receipts of what was sent; none after a dry run. */
export async function perform(
  session: ActSession,
  act: Act,
): Promise<TransactionReceipt[]> {
  const resumed = await resume(session, act)
  const left = { ...act, calls: act.calls.slice(resumed.length) }
  const [first] = left.calls
  if (first === undefined) return resumed
  const gas = await estimateGas(session.client, first)
  const isAgreed = await agree(session, await describeAct(session, left, gas))
  return isAgreed ? [...resumed, ...(await sendAll(session, left, gas))] : []
}

/** The first call if an earlier run has sent it: see {@link sendOnce}. */
async function resume(
  { client, options }: ActSession,
  { calls: [first] }: Act,
): Promise<TransactionReceipt[]> {
  if (first === undefined || options.dryRun) return []
  const receipt = await client.resume(first)
  return receipt ? [receipt] : []
}

/** Says what will happen and asks; false in a dry run, which sends nothing. */
export async function agree(
  session: ActSession,
  text: string,
): Promise<boolean> {
  const { options, surroundings } = session
  say(session, text)
  if (options.dryRun) {
    say(session, 'Dry run: nothing was refused, and nothing is sent.')
    return false
  }
  if (!options.yes && !(await askYes(surroundings, 'Go on?')))
    throw new DeclinedError()
  return true
}

/** One call of the round's contract. */
export function roundCall<const name extends RoundWriteName>(
  round: Address,
  functionName: name,
  args: ContractFunctionArgs<typeof roundAbi, 'nonpayable', name> &
    readonly unknown[],
): Call {
  const abi: Abi = roundAbi
  return { address: round, abi, functionName, args }
}

/** What --json says about transactions. */
export function toJsonTransactions(receipts: readonly TransactionReceipt[]) {
  return receipts.map(({ transactionHash, blockNumber, gasUsed }) => ({
    hash: transactionHash,
    block: blockNumber,
    gas: gasUsed,
  }))
}

async function describeAct(
  { chainId, client }: ActSession,
  { calls, facts, title, warning }: Act,
  gas: bigint,
): Promise<string> {
  const cost = await describeCost(client, gas)
  const rows = [
    ...facts,
    ['chain', nameOf(chainId)],
    ['account', client.account.address],
    ['gas', calls.length === 1 ? cost : `${calls.length} times ${cost}`],
  ].map((cells) => ['', ...cells])
  return [`${title}:`, renderRows([{}, {}, {}], rows), warning].join('\n')
}

/** The first one was tried already; the others may need what it changes. */
async function sendAll(
  { client, progress }: ActSession,
  { calls, unit = 'transactions' }: Act,
  gasOfFirst: bigint,
): Promise<TransactionReceipt[]> {
  return progress.step('sending', calls.length, unit, async (advance) => {
    const receipts: TransactionReceipt[] = []
    for (const [index, call] of calls.entries()) {
      const sending =
        index === 0
          ? send(client, call, toGasLimit(gasOfFirst))
          : sendOnce(client, call)
      receipts.push(await sending)
      advance(1)
    }
    return receipts
  })
}

export class DeclinedError extends BaseError {
  override name = 'DeclinedError'

  constructor() {
    super('Nothing was sent.', { metaMessages: ['The answer was not yes.'] })
  }
}

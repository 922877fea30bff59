/** An act in a round, from the question to what came of it. */
import { type Act, perform, toJsonTransactions } from './act.ts'
import { report } from './report.ts'
import type { RoundActSession } from './session.ts'

export type RoundAct = Act & {
  /** What is true afterwards. */
  done: string
  /** What --json says besides round and transactions. */
  json?: Readonly<Record<string, unknown>>
}

export async function performInRound(
  session: RoundActSession,
  { done, json = {}, ...act }: RoundAct,
): Promise<void> {
  const { options, round } = session
  const facts = [['round', round] as const, ...act.facts]
  const receipts = await perform(session, { ...act, facts })
  const transactions = toJsonTransactions(receipts)
  const isDryRun = options.dryRun === true
  const included = receipts.map(
    ({ blockNumber, transactionHash }) =>
      `  transaction ${transactionHash}, block ${blockNumber}`,
  )
  report(session, {
    text: isDryRun ? 'Nothing was sent.' : [done, ...included].join('\n'),
    json: { round, ...json, isDryRun, transactions },
  })
}

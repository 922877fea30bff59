/** What has to be published for the roll of a table to stand, and what is wrong with it. */
import type { Address } from 'viem'
import type { ReadClient } from '../../../../chain/clients.ts'
import { getRollChunks } from '../../../../chain/getRoll.ts'
import { parseTable } from '../../../../protocol/csv/parseTable.ts'
import { planRoll, type RollPlan } from '../../../../protocol/planRoll.ts'
import {
  parseRoll,
  rollColumns,
  type RollLineFault,
  type RollShape,
} from '../../../../protocol/rollTable.ts'
import type { Round } from '../../queries/round.ts'

export type Publication = {
  roll: readonly Address[]
  faults: readonly RollLineFault[]
  /** None while there are faults. */
  plan: RollPlan | undefined
}

export function rollShapeOf({ reviewers, roster, rules }: Round): RollShape {
  const { owners, seatsPerCommunity } = rules
  const communities = owners ? roster.onRoster : 0
  return { owners, communities, seatsPerCommunity, reviewers }
}

/** Throws `TableHeaderError` where a column is missing. */
export async function planPublication(
  node: ReadClient,
  round: Round,
  table: string,
): Promise<Publication> {
  const shape = rollShapeOf(round)
  const rows = parseTable('CSV', table, rollColumns(shape))
  const { faults, roll } = parseRoll(rows, shape)
  if (faults.length > 0) return { roll, faults, plan: undefined }
  const { fromBlock } = round
  const standing = await getRollChunks(node, { round: round.round, fromBlock })
  return { roll, faults, plan: planRoll(roll, standing) }
}

/** Checks a record of a round from end to end, without a network. */
import { allChecks } from './checks/allChecks.ts'
import { type RunOptions, runChecks } from './checks/runChecks.ts'
import type { Finding } from './finding.ts'
import type { RoundRecord } from './record.ts'

export type CheckRecordOptions = RunOptions
export type CheckRecordReturnType = Finding[]

export async function checkRecord(
  record: RoundRecord,
  options: CheckRecordOptions = {},
): Promise<CheckRecordReturnType> {
  const { findings } = await runChecks(record, allChecks, options)
  return findings
}

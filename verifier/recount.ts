/** All that follows from a record's logs, without a look at signatures. */
import { allChecks } from './checks/allChecks.ts'
import type { Facts } from './checks/facts.ts'
import { runChecks } from './checks/runChecks.ts'
import type { RoundRecord } from './record.ts'

/** Signatures and the contract's own state change nothing of what follows. */
const checksOfContent = allChecks.filter(
  ({ name }) => !name.endsWith('.signatures') && !name.startsWith('state.'),
)

export async function recount(record: RoundRecord): Promise<Facts> {
  const { facts } = await runChecks(record, checksOfContent)
  return facts
}

/** Verifies the rehearsed round as anyone would, from the chain alone. */
import type { Bundle } from '../../verifier/bundle/packBundle.ts'
import type { Finding } from '../../verifier/finding.ts'
import { checkWithProgress } from '../verify/checkWithProgress.ts'
import { readWithProgress } from '../verify/readWithProgress.ts'
import type { Stage } from './stage.ts'

export type Audit = {
  bundle: Bundle
  findings: readonly Finding[]
}

export async function auditRound({
  chain,
  progress,
  round,
}: Stage): Promise<Audit> {
  const record = await readWithProgress(chain.reader, { round }, progress)
  const bundle = { record, documents: new Map() }
  return { bundle, findings: await checkWithProgress(bundle, progress) }
}

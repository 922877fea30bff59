/** Checks all that was read of a round, and shows how far it is. */
import type { Bundle } from '../../verifier/bundle/packBundle.ts'
import { type CheckName, checkNames } from '../../verifier/checkNames.ts'
import { checkRecord } from '../../verifier/checkRecord.ts'
import type { Finding } from '../../verifier/finding.ts'
import type { Progress } from '../progress.ts'
import { countNew } from './countNew.ts'

export function checkWithProgress(
  { documents, record }: Bundle,
  progress: Progress,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const given = {
    ...(documents.size > 0 ? { documents } : {}),
    ...(signal ? { signal } : {}),
  }
  return progress.step('checking', checkNames.length, 'checks', (advance) => {
    const count = countNew(advance)
    const onProgress = (at: { check: CheckName }) => {
      count(at.check)
    }
    return checkRecord(record, { ...given, onProgress })
  })
}

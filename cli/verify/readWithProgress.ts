/** Reads a round from a node, and shows how far it is. */
import type { ReadClient } from '../../chain/clients.ts'
import {
  type ReadProgress,
  readSteps,
} from '../../verifier/read/readProgress.ts'
import {
  readRecord,
  type ReadRecordParameters,
} from '../../verifier/read/readRecord.ts'
import type { RoundRecord } from '../../verifier/record.ts'
import type { Progress } from '../progress.ts'
import { countNew } from './countNew.ts'

export function readWithProgress(
  client: ReadClient,
  parameters: ReadRecordParameters,
  progress: Progress,
): Promise<RoundRecord> {
  const total = readSteps.length
  return progress.step('reading', total, 'parts', (advance) => {
    const count = countNew(advance)
    const onProgress = (at: ReadProgress) => {
      count(at.step)
    }
    return readRecord(client, { ...parameters, onProgress })
  })
}

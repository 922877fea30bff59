/** Everything that is done at times. */
import { followActs } from '../acts/followActs.ts'
import { followRecorded } from '../caster/followRecorded.ts'
import { followSkipped } from '../caster/followSkipped.ts'
import { eraseRecentlyDeleted } from '../documents/eraseDeleted.ts'
import { sweepDocuments } from '../documents/sweepDocuments.ts'
import { deleteDue } from '../retention/deleteLinks.ts'
import { openRounds } from '../opening/openRounds.ts'
import type { Job } from './job.ts'

export const allJobs: readonly Job[] = [
  { name: 'follow', cron: '* * * * *', work: followRecorded },
  { name: 'followSkipped', cron: '* * * * *', work: followSkipped },
  { name: 'followActs', cron: '* * * * *', work: followActs },
  { name: 'sweepDocuments', cron: '*/5 * * * *', work: sweepDocuments },
  { name: 'eraseDeleted', cron: '41 3 * * *', work: eraseRecentlyDeleted },
  { name: 'retention', cron: '7 * * * *', work: deleteDue },
  { name: 'open', cron: '* * * * *', work: openRounds },
]

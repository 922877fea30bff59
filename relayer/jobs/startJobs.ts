/** Runs what is due at times, by pg-boss: kept in the database, tried again. */
import { PgBoss } from 'pg-boss'
import { describeError } from '../log.ts'
import type { Services } from '../services.ts'
import { allJobs } from './allJobs.ts'

export type Jobs = {
  /** Now, beside its times. */
  run(name: string): Promise<void>
  /** What runs gets so many milliseconds to end. */
  stop(patience: number): Promise<void>
}

/** A new job is a file and a line in allJobs.ts. */
export async function startJobs(services: Services): Promise<Jobs> {
  const { database, log } = services
  const boss = new PgBoss({ ...database.jobs, reindex: false })
  boss.on('error', (error) => {
    log('trouble', { in: 'jobs', ...describeError(error) })
  })
  await boss.start()
  for (const { cron, name, work } of allJobs) {
    // One at a time, however many relayers share the database.
    await boss.createQueue(name, { policy: 'singleton' })
    await boss.schedule(name, cron)
    await boss.work(name, async () => {
      await work(services)
    })
  }
  return {
    async run(name) {
      await boss.send(name)
    },
    stop: (patience) => boss.stop({ graceful: true, timeout: patience }),
  }
}

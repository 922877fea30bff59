/** Work that comes again at its times. */
import type { Services } from '../services.ts'

export type Job = {
  name: string
  /** Five fields: minute, hour, day of the month, month, day of the week. */
  cron: string
  /** May be run again at any point: it was stopped, or failed. */
  work: (services: Services) => Promise<void>
}

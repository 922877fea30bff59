/** What has changed of a round, as events. */
import type { CoverageWithTickets } from '../coverage/addTickets.ts'
import type { RoundProgress } from './roundProgress.ts'

/** All that those who watch a round are told. */
export type WatchedRound = RoundProgress & {
  coverage: Omit<CoverageWithTickets, 'proposals'>
}

export type RoundEvent = { event: string; data: Partial<WatchedRound> }

/** The fields of each event. */
const fieldsOf = {
  phase: ['phase'],
  pages: ['pages', 'cast', 'waiting'],
  coverage: ['coverage'],
  opening: ['settled', 'cast'],
} as const satisfies Record<string, readonly (keyof WatchedRound)[]>

/** The first is the whole, whatever was seen before. */
export function nextEvents(
  before: WatchedRound | undefined,
  now: WatchedRound,
): RoundEvent[] {
  if (!before) return [{ event: 'snapshot', data: now }]
  const isChanged = (field: keyof WatchedRound) =>
    JSON.stringify(before[field]) !== JSON.stringify(now[field])
  return Object.entries(fieldsOf).flatMap(([event, fields]) => {
    if (!fields.some(isChanged)) return []
    const values = fields.map((field) => [field, now[field]] as const)
    return [{ event, data: Object.fromEntries(values) }]
  })
}

/** Remembers what goes wrong, until it goes well again. */
import { describeError, type Log } from '../log.ts'

export type Troubles = {
  note(where: string, error: unknown): void
  over(where: string): void
  isIn(where: string): boolean
  /** In words, one each. */
  list(): string[]
}

export function createTroubles(log: Log): Troubles {
  const known = new Map<string, string>()
  return {
    note(where, error) {
      const described = describeError(error)
      log('trouble', { in: where, ...described })
      known.set(where, String(described['error']))
    },
    isIn: (where) => known.has(where),
    over: (where) => void known.delete(where),
    list: () =>
      [...known].map(([where, name]) => `Trouble in ${where}: ${name}.`),
  }
}

/** Reads the option --port of a command. */
import { InvalidArgumentError } from 'commander'

const highestPort = 65_535

export function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port <= highestPort) return port
  throw new InvalidArgumentError(
    `Expected a whole number from 0 to ${highestPort}.`,
  )
}

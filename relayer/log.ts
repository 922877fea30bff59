/** The log: one JSON object a line. What is written there is never a secret. */
import { BaseError } from '../protocol/errors.ts'

export type Fields = Record<string, string | number | boolean | null>

export type Log = (event: string, fields?: Fields) => void

export function jsonLog(out: { write(text: string): unknown }): Log {
  return (event, fields = {}) => {
    const time = new Date().toISOString()
    out.write(`${JSON.stringify({ time, event, ...fields })}\n`)
  }
}

/** The name and first line: what a node answers beside it may hold its URL. */
export function describeError(error: unknown): Fields {
  if (error instanceof BaseError)
    return { error: error.name, reason: error.shortMessage }
  if (!(error instanceof Error)) return { error: 'unknown' }
  const reason =
    'shortMessage' in error ? String(error.shortMessage) : error.message
  return { error: error.name, reason: withoutAddresses(reason) }
}

function withoutAddresses(text: string): string {
  return text.replace(/\b[a-z]+:\/\/\S+/gi, '…').split('\n', 1)[0] ?? ''
}

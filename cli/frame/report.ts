/** Prints what came of a command: text for people, or one JSON document. */
import { jsonText } from '../../protocol/jsonText.ts'
import type { Session } from './session.ts'
import type { Surroundings } from './surroundings.ts'

/** A session, or what a command without a chain has of it. */
export type Reporting = {
  surroundings: Pick<Surroundings, 'out'>
  options: { json?: true }
}

export type Report = {
  text: string
  /** What --json prints. */
  json: unknown
}

export function report(
  { surroundings, options }: Reporting,
  { text, json }: Report,
): void {
  const isJson = options.json === true
  surroundings.out.write(isJson ? jsonText(json) : `${text}\n`)
}

/** Beside the result: never on stdout. */
export function say(
  { surroundings }: Pick<Session, 'surroundings'>,
  text: string,
): void {
  surroundings.err.write(`${text}\n`)
}

/** One malformed or forbidden call, and why it is refused. */
import type { Played } from '../support/moments.ts'

type Values = readonly unknown[]

export type MalformedCall = {
  name: string
  call: (stage: Played) => Promise<unknown>
  error: string
  /** The error's values, or how to find them before the call. */
  values?: Values | ((stage: Played) => Values | Promise<Values>)
}

/** Calls that are refused at one moment of a round. */
export type MalformedCalls = {
  moment: string
  load: () => Promise<Played>
  calls: readonly MalformedCall[]
}

/** A row of the table. */
export function refused(
  name: string,
  call: MalformedCall['call'],
  error: string,
  values: MalformedCall['values'] = [],
): MalformedCall {
  return { name, call, error, values }
}

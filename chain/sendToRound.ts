/** One call to a round: what acts hand to whoever sends. */
import type { RoundWriteName, WriteRoundParameters } from './writeRound.ts'

export type RoundCall<name extends RoundWriteName> = Pick<
  WriteRoundParameters<name>,
  'functionName' | 'args'
>

export type SendToRound = <const name extends RoundWriteName>(
  call: RoundCall<name>,
) => Promise<unknown>

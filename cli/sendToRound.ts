/** One call to a round, sent and included: what acts ask of whoever sends. */
import type {
  RoundWriteName,
  WriteRoundParameters,
} from '../chain/writeRound.ts'
import type { WriteRoundReturnType } from '../chain/writeRound.ts'

export type RoundCall<name extends RoundWriteName> = Pick<
  WriteRoundParameters<name>,
  'functionName' | 'args'
>

export type SendToRound = <const name extends RoundWriteName>(
  call: RoundCall<name>,
) => Promise<WriteRoundReturnType>

/** What is wrong with a round that was asked for. */
import type { Address } from 'viem'
import { BaseError } from '../../protocol/errors.ts'

export class RoundUnknownError extends BaseError {
  override name = 'RoundUnknownError'
  readonly round: Address

  constructor({ round }: { round: Address }) {
    super(`${round} is no round of this relayer's factory.`, {
      metaMessages: ['GET /rounds lists those that it serves.'],
    })
    this.round = round
  }
}

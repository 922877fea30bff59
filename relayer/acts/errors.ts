/** Why this relayer does not take an act that the round might. */
import type { Address, Hash } from 'viem'
import { BaseError } from '../../protocol/errors.ts'

export class SignedElsewhereError extends BaseError {
  override name = 'SignedElsewhereError'
  readonly chainId: number
  readonly round: Address

  constructor({ chainId, round }: { chainId: number; round: Address }) {
    super('The act was signed for another round.', {
      metaMessages: [`It is for ${round} on chain ${chainId}.`],
    })
    this.chainId = chainId
    this.round = round
  }
}

export class ActUnderWayError extends BaseError {
  override name = 'ActUnderWayError'
  readonly id: Hash

  constructor({ id }: { id: Hash }) {
    super('Another act of this key is under way.', {
      metaMessages: [`Wait until ${id} is on the chain, then send this one.`],
    })
    this.id = id
  }
}

export class ActUnknownError extends BaseError {
  override name = 'ActUnknownError'
  readonly id: string

  constructor({ id }: { id: string }) {
    super('No such act was received here.', {
      metaMessages: ['The round itself tells what is recorded.'],
    })
    this.id = id
  }
}

export class ActsExhaustedError extends BaseError {
  override name = 'ActsExhaustedError'
  readonly most: number

  constructor({ most }: { most: number }) {
    super(`This relayer has sent ${most} acts within a day.`, {
      metaMessages: [
        'Send it directly, with `dure propose --send` or `dure object --send`, or try again later.',
      ],
    })
    this.most = most
  }
}

/** Why an act could not be brought to the chain, and what to do then. */
import { type Hash, keccak256 } from 'viem'
import { BaseError } from '../../protocol/errors.ts'
import type { Delivery } from './journal.ts'

const keptForLater =
  'It is kept: give the same command again to go on with it. Nothing is sent twice.'

export type StuckErrorParameters = {
  delivery: Delivery
  seconds: number
  /** Why, as far as it shows. */
  reasons: readonly string[]
  cause?: unknown
}

export class StuckError extends BaseError {
  override name = 'StuckError'
  readonly delivery: Delivery

  constructor({ delivery, seconds, reasons, cause }: StuckErrorParameters) {
    const { functionName } = delivery
    super(
      `The transaction of ${functionName} is not on the chain after ${Math.round(seconds)} seconds.`,
      {
        metaMessages: [
          ...reasons,
          `Transaction: ${latestHash(delivery)}`,
          keptForLater,
        ],
        cause,
      },
    )
    this.delivery = delivery
  }
}

export class NonceUsedError extends BaseError {
  override name = 'NonceUsedError'
  readonly delivery: Delivery

  constructor({ delivery }: { delivery: Delivery }) {
    const { functionName, from, nonce } = delivery
    super(
      `Another transaction of ${from} took nonce ${nonce}, which was to carry ${functionName}.`,
      {
        metaMessages: [
          `${functionName} was not done, and this transaction can no longer be included.`,
          'Use the account from one machine at a time, then give the command again.',
        ],
      },
    )
    this.delivery = delivery
  }
}

export type RejectedErrorParameters = {
  delivery: Delivery
  details: string
  isKept: boolean
  cause?: unknown
}

export class RejectedError extends BaseError {
  override name = 'RejectedError'
  readonly delivery: Delivery
  readonly details: string
  /** In the journal: it may be on its way to the chain. */
  readonly isKept: boolean

  constructor({ delivery, details, isKept, cause }: RejectedErrorParameters) {
    super(
      `The node does not take the transaction of ${delivery.functionName}.`,
      {
        metaMessages: [
          `It says: ${details}`,
          isKept ? keptForLater : 'Nothing was sent.',
        ],
        cause,
      },
    )
    this.delivery = delivery
    this.details = details
    this.isKept = isKept
  }
}

export class OvertakenError extends BaseError {
  override name = 'OvertakenError'
  readonly functionName: string

  constructor({
    functionName,
    cause,
  }: {
    functionName: string
    cause: BaseError
  }) {
    super(`${functionName} was on the chain, and a reorganisation undid it.`, {
      metaMessages: [
        `Sent again, it is refused: ${cause.shortMessage}`,
        'Somebody else has probably done the same by now. Look at the state of the round before you go on.',
      ],
      cause,
    })
    this.functionName = functionName
  }
}

function latestHash({ transactions }: Delivery): Hash {
  const latest = transactions.at(-1)
  return keccak256(latest ?? '0x')
}

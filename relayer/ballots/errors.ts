/** Why this relayer does not take a ballot that the round would. */
import { BaseError } from '../../protocol/errors.ts'

export class VersionTakenError extends BaseError {
  override name = 'VersionTakenError'
  readonly reviewer: number
  readonly version: number

  constructor({ reviewer, version }: { reviewer: number; version: number }) {
    super(
      `Another ballot of reviewer ${reviewer}, version ${version}, was received before.`,
      { metaMessages: [`Seal the next version, if the rules allow it.`] },
    )
    this.reviewer = reviewer
    this.version = version
  }
}

export class TooLateError extends BaseError {
  override name = 'TooLateError'
  readonly close: number
  readonly seconds: number

  constructor({ close, seconds }: { close: number; seconds: number }) {
    super('It is too late to promise that the ballot gets recorded.', {
      metaMessages: [
        `The review closes at ${new Date(close * 1000).toISOString()}; this relayer takes nothing for ${seconds} seconds before.`,
        'Send the ballot directly.',
      ],
    })
    this.close = close
    this.seconds = seconds
  }
}

export class BallotUnknownError extends BaseError {
  override name = 'BallotUnknownError'
  readonly reviewer: number

  constructor({ reviewer }: { reviewer: number }) {
    super(`No ballot of reviewer ${reviewer} was received here.`, {
      metaMessages: [
        'The round itself tells what was cast: see `dure receipt`.',
      ],
    })
    this.reviewer = reviewer
  }
}

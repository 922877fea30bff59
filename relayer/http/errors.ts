/** What goes wrong with requests, before anything is asked of the round. */
import { BaseError } from '../../protocol/errors.ts'

export class RequestInvalidError extends BaseError {
  override name = 'RequestInvalidError'
  readonly reason: string

  constructor({ reason }: { reason: string }) {
    super('The request is not as it should be.', {
      metaMessages: [reason, 'GET /openapi.json tells what is expected.'],
    })
    this.reason = reason
  }
}

export class TooManyError extends BaseError {
  override name = 'TooManyError'
  readonly seconds: number

  constructor({ seconds }: { seconds: number }) {
    super('Too many requests.', {
      metaMessages: [`Try again in ${seconds} seconds.`],
    })
    this.seconds = seconds
  }
}

export class TooLargeError extends BaseError {
  override name = 'TooLargeError'
  readonly most: number

  constructor({ most }: { most: number }) {
    super('The request is too large.', {
      metaMessages: [`Expected at most ${most} bytes.`],
    })
    this.most = most
  }
}

export class TimedOutError extends BaseError {
  override name = 'TimedOutError'

  constructor() {
    super('There was no answer in time.', {
      metaMessages: ['The same request can be sent again.'],
    })
  }
}

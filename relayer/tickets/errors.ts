/** What keeps a ticket from being issued or claimed. */
import type { Address } from 'viem'
import { BaseError } from '../../protocol/errors.ts'

export class NoRosterError extends BaseError {
  override name = 'NoRosterError'

  constructor() {
    super('The roster is not fixed yet, so there are no seats.', {
      metaMessages: ['The admin fixes it: `dure roster fix`.'],
    })
  }
}

export class SeatUnknownError extends BaseError {
  override name = 'SeatUnknownError'
  readonly reviewer: number
  readonly reviewers: number

  constructor({
    reviewer,
    reviewers,
  }: {
    reviewer: number
    reviewers: number
  }) {
    super(`There is no seat ${reviewer}.`, {
      metaMessages: [`Expected 1 to ${reviewers}.`],
    })
    this.reviewer = reviewer
    this.reviewers = reviewers
  }
}

export class NoTicketError extends BaseError {
  override name = 'NoTicketError'
  readonly reviewer: number

  constructor({ reviewer }: { reviewer: number }) {
    super(`Seat ${reviewer} has no ticket that another one could replace.`, {
      metaMessages: ['Issue the first one: POST /rounds/:round/tickets.'],
    })
    this.reviewer = reviewer
  }
}

export class NoAppError extends BaseError {
  override name = 'NoAppError'

  constructor() {
    super('The relayer does not know the page that tickets open.', {
      metaMessages: ['Set DURE_APP to the address of the dApp.'],
    })
  }
}

export class TicketUnknownError extends BaseError {
  override name = 'TicketUnknownError'

  constructor() {
    super('No such ticket was issued here for this round.')
  }
}

export class TicketReplacedError extends BaseError {
  override name = 'TicketReplacedError'

  constructor() {
    super('Another ticket was issued in the place of this one.', {
      metaMessages: ['Ask the registrar.'],
    })
  }
}

export class TicketSpentError extends BaseError {
  override name = 'TicketSpentError'

  constructor() {
    super('The ticket was claimed before, with another key.', {
      metaMessages: ['If that was somebody else, tell the registrar.'],
    })
  }
}

export class KeyTakenError extends BaseError {
  override name = 'KeyTakenError'
  readonly key: Address

  constructor({ key }: { key: Address }) {
    super(`The key ${key} is enrolled for another seat.`, {
      metaMessages: ['Each ticket takes a key of its own.'],
    })
    this.key = key
  }
}

export class EnrolmentSignatureError extends BaseError {
  override name = 'EnrolmentSignatureError'
  readonly key: Address

  constructor({ key }: { key: Address }) {
    super(`The enrolment is not signed by the key ${key}.`, {
      metaMessages: [
        'Expected its signature over Enrolment(reviewer, key, ticket) of this round.',
      ],
    })
    this.key = key
  }
}

export class EnrolmentClosedError extends BaseError {
  override name = 'EnrolmentClosedError'

  constructor() {
    super('The enrolment is over: the roll is published.', {
      metaMessages: [
        'Until the freeze the registrar can re-issue a ticket, and publish the roll again.',
      ],
    })
  }
}

export class RegistrarSignatureError extends BaseError {
  override name = 'RegistrarSignatureError'
  readonly count: number

  constructor({ count }: { count: number }) {
    super(`The signature is not the registrar’s over these ${count} keys.`, {
      metaMessages: [
        'Expected one over EnrolledKeys(root, count) of this round, with the keys that are enrolled now: fetch them again and sign.',
      ],
    })
    this.count = count
  }
}

export class EnrolmentUnknownError extends BaseError {
  override name = 'EnrolmentUnknownError'
  readonly reviewer: number

  constructor({ reviewer }: { reviewer: number }) {
    super(`No key is enrolled for seat ${reviewer}.`)
    this.reviewer = reviewer
  }
}

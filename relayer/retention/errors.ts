/** What is wrong with contact data, or with the date of their deletion. */
import { BaseError } from '../../protocol/errors.ts'
import type { ContactFault } from '../../protocol/tickets/contactTable.ts'

export class ContactTableError extends BaseError {
  override name = 'ContactTableError'
  /** In the table, from 1; the header is one of them. */
  readonly line: number
  readonly fault: ContactFault

  constructor({ fault, line }: { fault: ContactFault; line: number }) {
    super(`Line ${line} of the table is refused: ${fault}.`, {
      metaMessages: [
        'Expected the columns community, seat and contact (a jury: reviewer, contact). Without a seat column each community’s seats are drawn by lot.',
      ],
    })
    this.line = line
    this.fault = fault
  }
}

export class RetentionTimeError extends BaseError {
  override name = 'RetentionTimeError'
  readonly deleteAt: number

  constructor({ deleteAt }: { deleteAt: number }) {
    super('The date of the deletion is refused.', {
      metaMessages: [
        'Expected one in the future, at most two years from now; it can only be set earlier, never put off.',
      ],
    })
    this.deleteAt = deleteAt
  }
}

export class NoRetentionError extends BaseError {
  override name = 'NoRetentionError'

  constructor() {
    super('No date is set on which contact data are deleted.', {
      metaMessages: ['Set it first: PUT /rounds/:round/retention.'],
    })
  }
}

export class RetentionDoneError extends BaseError {
  override name = 'RetentionDoneError'

  constructor() {
    super('The contact data of this round are deleted, and none are taken.')
  }
}

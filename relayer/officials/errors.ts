/** What keeps an official out. */
import { BaseError } from '../../protocol/errors.ts'

export class NotSignedInError extends BaseError {
  override name = 'NotSignedInError'

  constructor() {
    super('Nobody is signed in, or it is too long ago.', {
      metaMessages: ['Sign in: POST /nonces, then POST /session.'],
    })
  }
}

export class NotAllowedError extends BaseError {
  override name = 'NotAllowedError'
  readonly role: string

  constructor({ role }: { role: string }) {
    super(`Only the ${role} of the round may do this.`, {
      metaMessages: ['The round itself tells who that is.'],
    })
    this.role = role
  }
}

export type SignInFault =
  'message' | 'domain' | 'chain' | 'nonce' | 'time' | 'signature'

export class SignInRefusedError extends BaseError {
  override name = 'SignInRefusedError'
  readonly fault: SignInFault

  constructor({ fault }: { fault: SignInFault }) {
    super(`The sign-in is refused: its ${fault} is wrong.`, {
      metaMessages: ['POST /nonces tells what the message has to hold.'],
    })
    this.fault = fault
  }
}

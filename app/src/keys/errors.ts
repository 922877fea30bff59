/** What can go wrong while a key is asked to sign. */
import type { Address } from 'viem'
import { BaseError } from '../../../protocol/errors.ts'

/** Closed, refused or left alone until it timed out: nothing was signed. */
export class SigningCancelledError extends BaseError {
  override name = 'SigningCancelledError'

  constructor({ cause }: { cause: unknown }) {
    super('The prompt was closed, and nothing was signed.', { cause })
  }
}

export class PasskeyUnavailableError extends BaseError {
  override name = 'PasskeyUnavailableError'

  constructor({ cause }: { cause: unknown }) {
    super('This browser cannot use passkeys here.', { cause })
  }
}

/** The passkey that was chosen is of another page, or of no seat. */
export class PasskeyForeignError extends BaseError {
  override name = 'PasskeyForeignError'

  constructor() {
    super('The passkey that answered was not made for a seat.')
  }
}

export class WalletMissingError extends BaseError {
  override name = 'WalletMissingError'

  constructor() {
    super('No wallet of this browser was chosen.')
  }
}

export class WalletElsewhereError extends BaseError {
  override name = 'WalletElsewhereError'
  readonly chainId: number

  constructor({ chainId }: { chainId: number }) {
    super(`The wallet is on the chain ${chainId}.`)
    this.chainId = chainId
  }
}

export class WalletAccountError extends BaseError {
  override name = 'WalletAccountError'
  readonly expected: Address

  constructor({ expected, actual }: { expected: Address; actual: Address }) {
    super(`The wallet answers for ${actual}.`, {
      metaMessages: [`Expected ${expected}.`],
    })
    this.expected = expected
  }
}

/** A trustee's kept secrets, and noble's key generation brought back by them. */
import type { DKG_Secret } from '@noble/curves/abstract/frost.js'
import { p256_FROST } from '@noble/curves/nist.js'
import { bytesToHex, hexToBigInt } from 'viem'
import { BaseError } from './errors.ts'
import {
  type Attempt,
  toSigners,
  type TrusteePackage,
  type TrusteeState,
} from './keyPackage.ts'

/** Which of the two keys. */
export type KeyName = 'ballot' | 'lottery'

/** Noble's key generation, brought back to the point after the packages. */
export function resumePolynomial(
  attempt: Attempt,
  state: TrusteeState,
  packages: readonly TrusteePackage[],
  name: KeyName,
) {
  const own = checkState(attempt, state, packages)
  const secret: DKG_Secret = {
    identifier: BigInt(state.trustee),
    coefficients: polynomialOf(state, name),
    commitment: own[name].commitment,
    signers: toSigners(attempt),
    step: 1,
  }
  const others = withoutTrustee(packages, state.trustee)
  const round1 = others.map((other) => other[name])
  return { secret, round1, shares: p256_FROST.DKG.round2(secret, round1) }
}

/** The trustee's own package, if the state is of this attempt and fits it. */
export function checkState(
  attempt: Attempt,
  state: TrusteeState,
  packages: readonly TrusteePackage[],
): TrusteePackage {
  const own = packages.find(({ trustee }) => trustee === state.trustee)
  const fits =
    own &&
    state.separator === bytesToHex(attempt.separator) &&
    state.attempt === attempt.number &&
    state.package === bytesToHex(own.message)
  if (fits) return own
  throw new StateMismatchError({ trustee: state.trustee })
}

export function polynomialOf(
  { ballotPolynomial, lotteryPolynomial }: TrusteeState,
  name: KeyName,
): bigint[] {
  const polynomial = name === 'ballot' ? ballotPolynomial : lotteryPolynomial
  return polynomial.map((coefficient) => hexToBigInt(coefficient))
}

export function withoutTrustee(
  packages: readonly TrusteePackage[],
  number: number,
): TrusteePackage[] {
  return packages.filter(({ trustee }) => trustee !== number)
}

export class StateMismatchError extends BaseError {
  override name = 'StateMismatchError'

  constructor({ trustee }: { trustee: number }) {
    super(`The kept secrets are not those of trustee ${trustee} here.`, {
      metaMessages: [
        'Expected the state that made the package of this round and attempt.',
      ],
    })
  }
}

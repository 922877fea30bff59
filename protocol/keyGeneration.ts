/** The outcome of key generation: the keys, and a trustee's own shares. */
import { p256_FROST } from '@noble/curves/nist.js'
import { bytesToNumberBE } from '@noble/curves/utils.js'
import { BaseError } from './errors.ts'
import {
  type Attempt,
  checkPackages,
  isAlone,
  type TrusteePackage,
  type TrusteeState,
} from './keyPackage.ts'
import type { ReceivedShare } from './keyShares.ts'
import {
  checkState,
  type KeyName,
  polynomialOf,
  resumePolynomial,
} from './keyState.ts'
import type { TrusteeKeys } from './keyTranscript.ts'
import { type CurvePoint, fromCurvePoint, parseCompressed } from './point.ts'

/** A trustee's own shares of the two secrets: to be released in time. */
export type OwnShares = { ballotShare: bigint; lotteryShare: bigint }

/** What all the packages make together. Anyone can compute it. */
export function computeKeys(
  attempt: Attempt,
  packages: readonly Uint8Array[],
): TrusteeKeys {
  const checked = checkPackages(attempt, packages)
  const ballot = addPolynomials(checked, 'ballot')
  const lottery = addPolynomials(checked, 'lottery')
  const numbers = checked.map(({ trustee }) => trustee)
  return {
    ballotKey: fromCurvePoint(evaluate(ballot, 0)),
    lotteryKey: fromCurvePoint(evaluate(lottery, 0)),
    ballotShares: numbers.map((x) => fromCurvePoint(evaluate(ballot, x))),
    lotteryShares: numbers.map((x) => fromCurvePoint(evaluate(lottery, x))),
  }
}

/** The keys, and the own shares of their secrets. */
export function finishKeys(
  attempt: Attempt,
  state: TrusteeState,
  packages: readonly Uint8Array[],
  received: readonly ReceivedShare[],
): { keys: TrusteeKeys } & OwnShares {
  const checked = checkPackages(attempt, packages)
  checkState(attempt, state, checked)
  const share = (name: KeyName) =>
    isAlone(attempt)
      ? loneSecret(state, name)
      : finishPolynomial(attempt, state, checked, received, name)
  const ballotShare = share('ballot')
  const lotteryShare = share('lottery')
  return { keys: computeKeys(attempt, packages), ballotShare, lotteryShare }
}

function finishPolynomial(
  attempt: Attempt,
  state: TrusteeState,
  packages: readonly TrusteePackage[],
  received: readonly ReceivedShare[],
  name: KeyName,
): bigint {
  const polynomial = resumePolynomial(attempt, state, packages, name)
  const { secret, round1 } = polynomial
  const round2 = received.map((share) => ({
    identifier: p256_FROST.Identifier.fromNumber(share.from),
    signingShare: share[name],
  }))
  try {
    const key = p256_FROST.DKG.round3(secret, round1, round2)
    return bytesToNumberBE(key.secret.signingShare)
  } catch (cause) {
    throw new SharesUnfitError({ cause })
  }
}

function loneSecret(state: TrusteeState, name: KeyName): bigint {
  const [secret] = polynomialOf(state, name)
  return secret ?? 0n
}

/** The sum of all trustees' commitments, coefficient by coefficient. */
function addPolynomials(
  packages: readonly TrusteePackage[],
  name: KeyName,
): CurvePoint[] {
  const commitments = packages.map((one) =>
    one[name].commitment.map(parseCompressed),
  )
  return commitments.reduce((sum, commitment) =>
    sum.map((point, power) => point.add(commitment[power] ?? point)),
  )
}

/** The committed polynomial at x. All of it is public. */
function evaluate(commitment: readonly CurvePoint[], x: number): CurvePoint {
  return commitment.reduceRight((sum, point) =>
    sum.multiplyUnsafe(BigInt(x)).add(point),
  )
}

export class SharesUnfitError extends BaseError {
  override name = 'SharesUnfitError'

  constructor({ cause }: { cause: unknown }) {
    super('The received shares do not make a key.', {
      metaMessages: ['Expected one right share of every other trustee.'],
      cause,
    })
  }
}

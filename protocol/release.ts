/** Released shares: whether one is right, and the secret that t of them make. */
import { p256, p256_FROST } from '@noble/curves/nist.js'
import { bytesToNumberBE, numberToBytesBE } from '@noble/curves/utils.js'
import { BaseError } from './errors.ts'
import { type Point, toCurvePoint } from './point.ts'

/** A trustee's share, as `ShareReleased` tells it. */
export type ReleasedShare = { trustee: number; share: bigint }

/** True if share·G is the verifying share. Also for a secret and its key. */
export function checkShare(share: bigint, verifyingShare: Point): boolean {
  const isScalar = share > 0n && share < p256.Point.Fn.ORDER
  return (
    isScalar &&
    p256.Point.BASE.multiply(share).equals(toCurvePoint(verifyingShare))
  )
}

/** The secret, from the shares of the lowest t numbers that are there. */
export function combineShares(
  { threshold, trustees }: { threshold: number; trustees: number },
  released: readonly ReleasedShare[],
): bigint {
  const byNumber = released.toSorted((a, b) => a.trustee - b.trustee)
  const used = byNumber.slice(0, threshold)
  const [lone] = used
  if (used.length < threshold || !lone)
    throw new TooFewSharesError({ count: used.length, threshold })
  if (trustees === 1) return lone.share
  const shares = used.map(({ trustee, share }) => ({
    identifier: p256_FROST.Identifier.fromNumber(trustee),
    signingShare: numberToBytesBE(share, 32),
  }))
  const signers = { min: threshold, max: trustees }
  return bytesToNumberBE(p256_FROST.combineSecret(shares, signers))
}

export class TooFewSharesError extends BaseError {
  override name = 'TooFewSharesError'

  constructor({ count, threshold }: { count: number; threshold: number }) {
    super(`Only ${count} shares are released.`, {
      metaMessages: [`Expected ${threshold}.`],
    })
  }
}

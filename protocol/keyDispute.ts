/** Who is to blame when a trustee says that it got a bad share. */
import { importSecret } from './hpke.ts'
import {
  type Attempt,
  checkPackage,
  PackageInvalidError,
  type TrusteePackage,
} from './keyPackage.ts'
import { openShare, type ShareFault } from './keyShares.ts'
import { fromCurvePoint } from './point.ts'
import { checkShare } from './release.ts'

/** `ShareDisputed`: `trustee` accuses another and publishes its secret. */
export type Dispute = {
  trustee: number
  accused: number
  transportSecret: bigint
}

/** Whom to leave out of the next attempt, and why. */
export type Verdict = {
  blamed: number
  reason: ShareFault | 'package' | 'transport secret' | 'groundless complaint'
}

/**
 * Judges by what is published: all packages and shares messages, in the order
 * of the trustees' numbers. A wrong package comes first: its shares prove
 * nothing.
 */
export async function judgeDispute(
  attempt: Attempt,
  { trustee, accused, transportSecret }: Dispute,
  packages: readonly Uint8Array[],
  shares: readonly Uint8Array[],
): Promise<Verdict> {
  const complainer = readPackage(attempt, trustee, packages)
  if (!complainer) return { blamed: trustee, reason: 'package' }
  const transportKey = fromCurvePoint(complainer.transportKey)
  if (!checkShare(transportSecret, transportKey))
    return { blamed: trustee, reason: 'transport secret' }
  const sender = readPackage(attempt, accused, packages)
  if (!sender) return { blamed: accused, reason: 'package' }
  const message = shares[accused - 1]
  if (!message) return { blamed: trustee, reason: 'groundless complaint' }
  const secret = await importSecret(transportSecret)
  const found = await openShare(attempt, sender, trustee, { message, secret })
  return typeof found === 'string'
    ? { blamed: accused, reason: found }
    : { blamed: trustee, reason: 'groundless complaint' }
}

function readPackage(
  attempt: Attempt,
  trustee: number,
  messages: readonly Uint8Array[],
): TrusteePackage | undefined {
  try {
    const message = messages[trustee - 1] ?? new Uint8Array()
    return checkPackage(attempt, trustee, message)
  } catch (error) {
    if (error instanceof PackageInvalidError) return undefined
    throw error
  }
}

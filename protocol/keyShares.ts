/** The trustees' second message: a share for each other, and its checks. */
import type { DKG_Round1, DKG_Round2 } from '@noble/curves/abstract/frost.js'
import { p256_FROST } from '@noble/curves/nist.js'
import { concatBytes } from '@noble/curves/utils.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { hexToBigInt } from 'viem'
import { u32, u8 } from './bytes.ts'
import {
  hpkeOverhead,
  importRecipient,
  importSecret,
  MessageUnreadableError,
  openMessage,
  type RecipientSecret,
  sealMessage,
} from './hpke.ts'
import {
  type Attempt,
  checkPackages,
  isAlone,
  toSigners,
  type TrusteePackage,
  type TrusteeState,
} from './keyPackage.ts'
import {
  checkState,
  type KeyName,
  resumePolynomial,
  withoutTrustee,
} from './keyState.ts'

/** What is wrong with a share that a trustee sent. */
export type ShareFault = 'unreadable' | 'ballot share' | 'lottery share'

/** The shares of both keys for one trustee, 32 bytes each. */
export type SharePair = Record<KeyName, Uint8Array>

export type ReceivedShare = SharePair & { from: number }

/** The shares that hold, and whose do not. */
export type ReceivedShares = {
  received: ReceivedShare[]
  accused: { trustee: number; fault: ShareFault }[]
}

const shareLength = 32
const encryptedLength = 2 * shareLength + hpkeOverhead

export function sharesLength({ trustees }: Attempt): number {
  return encryptedLength * (trustees.length - 1)
}

/**
 * One encrypted pair for every other trustee, in order. `ephemerals` are for
 * test vectors only (see hpke.ts).
 */
export async function createShares(
  attempt: Attempt,
  state: TrusteeState,
  packages: readonly Uint8Array[],
  ephemerals: readonly bigint[] = [],
): Promise<Uint8Array> {
  if (isAlone(attempt)) return new Uint8Array()
  const checked = checkPackages(attempt, packages)
  const ballot = resumePolynomial(attempt, state, checked, 'ballot').shares
  const lottery = resumePolynomial(attempt, state, checked, 'lottery').shares
  const others = withoutTrustee(checked, state.trustee)
  const messages = others.map(async ({ trustee, transportKey }, index) => {
    const plaintext = concatBytes(
      shareFor(ballot, trustee),
      shareFor(lottery, trustee),
    )
    const info = shareInfo(attempt, state.trustee, trustee)
    const recipient = await importRecipient(transportKey)
    return sealMessage(recipient, plaintext, { info }, ephemerals[index])
  })
  return concatBytes(...(await Promise.all(messages)))
}

/** Decrypts and checks what all the others sent, by their messages in order. */
export async function receiveShares(
  attempt: Attempt,
  state: TrusteeState,
  packages: readonly Uint8Array[],
  messages: readonly Uint8Array[],
): Promise<ReceivedShares> {
  const checked = checkPackages(attempt, packages)
  checkState(attempt, state, checked)
  const secret = await importSecret(hexToBigInt(state.transportSecret))
  const result: ReceivedShares = { received: [], accused: [] }
  for (const sender of withoutTrustee(checked, state.trustee)) {
    const { trustee } = sender
    const message = messages[trustee - 1] ?? new Uint8Array()
    const found = await openShare(attempt, sender, state.trustee, {
      message,
      secret,
    })
    if (typeof found === 'string')
      result.accused.push({ trustee, fault: found })
    else result.received.push({ from: trustee, ...found })
  }
  return result
}

/** The pair that `sender` encrypted to trustee `to`, or what is wrong. */
export async function openShare(
  attempt: Attempt,
  sender: TrusteePackage,
  to: number,
  { message, secret }: { message: Uint8Array; secret: RecipientSecret },
): Promise<SharePair | ShareFault> {
  const place = to < sender.trustee ? to - 1 : to - 2
  const start = encryptedLength * place
  const encrypted = message.subarray(start, start + encryptedLength)
  const info = shareInfo(attempt, sender.trustee, to)
  const pair = await tryOpenMessage(secret, encrypted, info)
  if (pair?.length !== 2 * shareLength) return 'unreadable'
  const ballot = pair.slice(0, shareLength)
  const lottery = pair.slice(shareLength)
  if (!fits(attempt, to, ballot, sender.ballot)) return 'ballot share'
  if (!fits(attempt, to, lottery, sender.lottery)) return 'lottery share'
  return { ballot, lottery }
}

/** True if the share is what the sender's commitments promise trustee `to`. */
function fits(
  attempt: Attempt,
  to: number,
  signingShare: Uint8Array,
  { commitment }: DKG_Round1,
): boolean {
  const identifier = p256_FROST.Identifier.fromNumber(to)
  const signers = toSigners(attempt)
  const promised = { signers, commitments: commitment, verifyingShares: {} }
  try {
    p256_FROST.validateSecret({ identifier, signingShare }, promised)
    return true
  } catch {
    return false
  }
}

async function tryOpenMessage(
  secret: RecipientSecret,
  message: Uint8Array,
  info: Uint8Array,
): Promise<Uint8Array | undefined> {
  try {
    return await openMessage(secret, message, { info })
  } catch (error) {
    if (error instanceof MessageUnreadableError) return undefined
    throw error
  }
}

/** `"dure share" ‖ domainSeparator ‖ u32 attempt ‖ u8 from ‖ u8 to`. */
function shareInfo(attempt: Attempt, from: number, to: number): Uint8Array {
  return concatBytes(
    utf8ToBytes('dure share'),
    attempt.separator,
    u32(attempt.number),
    u8(from),
    u8(to),
  )
}

function shareFor(shares: Record<string, DKG_Round2>, to: number): Uint8Array {
  const share = shares[p256_FROST.Identifier.fromNumber(to)]
  return share?.signingShare ?? new Uint8Array(shareLength)
}

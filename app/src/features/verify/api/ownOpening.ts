/** Signs the opening of one's own ballot: with the scores behind its seal, by the key of the seat. */
import * as v from 'valibot'
import { type Address, bytesToHex, type Hex, hexToBytes, isHex } from 'viem'
import type { SignedScores } from '../../../../../chain/opening/planSignedOpenings.ts'
import { BaseError } from '../../../../../protocol/errors.ts'
import { packSignature } from '../../../../../protocol/signer.ts'
import {
  openingDigest,
  toTypedData,
} from '../../../../../protocol/typedData.ts'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import {
  signWithKey,
  type SignWithKeyParameters,
} from '../../../keys/signWithKey.ts'

const hex = v.custom<Hex>((value) => isHex(value))
const numbers = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)))

/** What `dure cast --keep` and the page that sends keep: docs/files.md. */
const ownBallotSchema = v.object({
  format: v.literal('dure-own-ballot'),
  version: v.literal(1),
  chainId: v.number(),
  round: v.string(),
  reviewer: v.number(),
  ballotVersion: v.number(),
  values: numbers,
  salt: hex,
  seal: hex,
})

/** Scores with the salt that their seal was made with. */
export type OwnScores = Pick<
  SignedScores,
  'reviewer' | 'ballotVersion' | 'values' | 'salt'
> & { seal: Hex }

/** None if it is not the copy of the ballot with this seal. */
export function parseOwnCopy(text: string, seal: Hex): OwnScores | undefined {
  try {
    const parsed = v.safeParse(ownBallotSchema, JSON.parse(text))
    const isIt =
      parsed.success && parsed.output.seal.toLowerCase() === seal.toLowerCase()
    return isIt ? parsed.output : undefined
  } catch {
    return undefined
  }
}

export type SignOwnOpening = {
  key: HeldKey
  separator: Uint8Array
  scores: OwnScores
}

export async function signOwnOpening(
  { key, scores, separator }: SignOwnOpening,
  ways: SignWithKeyParameters,
): Promise<SignedScores> {
  const { reviewer, seal } = scores
  if (key.reviewer !== reviewer) throw new OtherSeatError()
  const id = { chainId: BigInt(key.chainId), round: key.round }
  const digest = openingDigest(separator, { reviewer, seal: hexToBytes(seal) })
  // Which of the types it is, is of no matter to whoever signs it.
  const typedData = toTypedData(id, 'Opening', { reviewer, seal }) as never
  const signature = await signWithKey(key, { digest, typedData }, ways)
  const { ballotVersion, salt, values } = scores
  const packed = bytesToHex(packSignature(signature))
  const name = `${reviewer}`
  return { name, reviewer, ballotVersion, values, salt, signature: packed }
}

/** As `dure open --own` takes it, for anybody to send. */
export function signedOpeningFile(
  { chainId, round }: { chainId: number; round: Address },
  { ballotVersion, reviewer, salt, signature, values }: SignedScores,
) {
  return {
    ...{ format: 'dure-signed-opening', version: 1 },
    ...{ chainId, round, reviewer, ballotVersion, values, salt, signature },
  }
}

class OtherSeatError extends BaseError {
  override name = 'OtherSeatError'

  constructor() {
    super('The copy is of another seat than the key.')
  }
}

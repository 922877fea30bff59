/** A reviewer seals a ballot and signs it, as in a wallet: with the scores seen. */
import { randomBytes } from 'node:crypto'
import { hexToBytes } from 'viem'
import {
  saltLength,
  type Scores,
  toBallotTypedData,
} from '../../protocol/ballot.ts'
import type { EnvelopeSealer } from '../../protocol/envelope.ts'
import { signatureKinds, toAccountBody } from '../../protocol/signer.ts'
import type { RoundId } from '../../protocol/typedData.ts'
import { sealBallot } from '../sealBallot.ts'
import type { Person } from './people.ts'

export type PlainBallot = Omit<Scores, 'salt'> & { version: number }

/** The ballot packed, as the contract takes it. */
export function signBallot(
  id: RoundId,
  sealer: EnvelopeSealer,
  { account }: Pick<Person, 'account'>,
  { version, ...plain }: PlainBallot,
): Promise<Uint8Array> {
  const salt = Uint8Array.from(randomBytes(saltLength))
  const scores = { ...plain, salt }
  return sealBallot(sealer, version, scores, async (sealed) => {
    const typedData = toBallotTypedData(id, scores, sealed)
    const signature = await account.signTypedData(typedData)
    const body = toAccountBody(hexToBytes(signature))
    return { kind: signatureKinds.account, body }
  })
}

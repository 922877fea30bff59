/** envelopes.json: ballots encrypted to one key by fixed ephemeral secrets. */
import { p256 } from '@noble/curves/nist.js'
import { concatBytes } from '@noble/curves/utils.js'
import { bytesToHex, numberToHex } from 'viem'
import { hashScores, packHead, type Scores } from '../../protocol/ballot.ts'
import {
  createEnvelopeSealer,
  envelopeInfo,
  type EnvelopeSealer,
  sealEnvelope,
} from '../../protocol/envelope.ts'
import { fromCurvePoint } from '../../protocol/point.ts'
import { type Columns, toColumns } from './columns.ts'
import { makeScores, toRow as toScoresRow } from './seals.ts'
import { seededRandom, seededScalar } from './seededRandom.ts'
import { vectorSeparator } from './typedData.ts'

export async function envelopeVectors(): Promise<Columns> {
  const secret = seededScalar(seededRandom('ballot key'))
  const ballotKey = fromCurvePoint(p256.Point.BASE.multiply(secret))
  const sealer = await createEnvelopeSealer(vectorSeparator, ballotKey)
  const shared = {
    domainSeparator: bytesToHex(vectorSeparator),
    ballotSecret: numberToHex(secret, { size: 32 }),
    ballotKeyX: ballotKey.x,
    ballotKeyY: ballotKey.y,
    info: bytesToHex(envelopeInfo(vectorSeparator, ballotKey)),
  }
  const rows = [1, 2, 70_000].map(async (reviewer, index) => {
    const scores = makeScores(reviewer, 5 * index + 2, 1, 5)
    return { ...shared, ...(await toRow(sealer, scores, index + 1)) }
  })
  return toColumns(await Promise.all(rows))
}

async function toRow(sealer: EnvelopeSealer, scores: Scores, version: number) {
  const { reviewer, values, salt } = scores
  const head = { reviewer, version, seal: hashScores(scores) }
  const ephemeral = seededScalar(seededRandom(`ephemeral of ${reviewer}`))
  const envelope = await sealEnvelope(sealer, head, scores, ephemeral)
  return {
    ...toScoresRow(scores),
    version,
    plaintext: bytesToHex(concatBytes(values, salt)),
    aad: bytesToHex(packHead(head)),
    ephemeral: numberToHex(ephemeral, { size: 32 }),
    envelope: bytesToHex(envelope),
  }
}

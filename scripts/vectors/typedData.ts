/** typedData.json: the domain, and the digest of each signed message. */
import { bytesToHex, numberToHex } from 'viem'
import {
  domainSeparator,
  objectionDigest,
  openingDigest,
  proposalDigest,
  type RoundId,
  withdrawalDigest,
} from '../../protocol/typedData.ts'
import { type Columns, toColumns } from './columns.ts'
import { seededRandom } from './seededRandom.ts'

export const vectorRound: RoundId = {
  chainId: 31337n,
  round: '0x00000000000000000000000000000000000d02e5',
}
export const vectorSeparator = domainSeparator(vectorRound)

export function typedDataVectors(): Columns {
  const domain = {
    chainId: Number(vectorRound.chainId),
    round: vectorRound.round,
    domainSeparator: bytesToHex(vectorSeparator),
  }
  return {
    ...toColumns([domain]),
    ...toColumns(proposalVectors()),
    ...toColumns(withdrawalVectors()),
    ...toColumns(openingVectors()),
    ...toColumns(objectionVectors()),
  }
}

function proposalVectors() {
  const random = seededRandom('proposals')
  const messages = [
    { version: 0, category: 0, ask: 0n },
    { version: 1, category: 7, ask: 12_500_000n },
    { version: 2 ** 32 - 1, category: 2 ** 16 - 1, ask: 2n ** 128n - 1n },
  ]
  return messages.map((message) => {
    const digest = bytesToHex(random())
    const signed = proposalDigest(vectorSeparator, { ...message, digest })
    return {
      proposalVersion: message.version,
      proposalDigest: digest,
      proposalCategory: message.category,
      proposalAsk: numberToHex(message.ask, { size: 32 }),
      proposalSigned: bytesToHex(signed),
    }
  })
}

function withdrawalVectors() {
  return [0, 2, 2 ** 32 - 1].map((version) => {
    const signed = withdrawalDigest(vectorSeparator, { version })
    return {
      withdrawalVersion: version,
      withdrawalSigned: bytesToHex(signed),
    }
  })
}

function openingVectors() {
  const random = seededRandom('openings')
  return [1, 8720, 131_072].map((reviewer) => {
    const seal = random()
    const signed = openingDigest(vectorSeparator, { reviewer, seal })
    return {
      openingReviewer: reviewer,
      openingSeal: bytesToHex(seal),
      openingSigned: bytesToHex(signed),
    }
  })
}

function objectionVectors() {
  const random = seededRandom('objections')
  return [random(), random()].map((bytes) => {
    const digest = bytesToHex(bytes)
    const signed = objectionDigest(vectorSeparator, { digest })
    return { objectionDigest: digest, objectionSigned: bytesToHex(signed) }
  })
}

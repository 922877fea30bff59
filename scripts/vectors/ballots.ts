/** ballots.json and pages.json: signed ballots of each kind, packed, in pages. */
import { p256 } from '@noble/curves/nist.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { concatBytes } from '@noble/curves/utils.js'
import { type Address, bytesToHex } from 'viem'
import { publicKeyToAddress } from 'viem/accounts'
import {
  ballotDigest,
  ballotHeads,
  hashScores,
  packBallot,
  pageDigest,
  type Scores,
  type SignedBallot,
} from '../../protocol/ballot.ts'
import { keccak } from '../../protocol/bytes.ts'
import { packOpenings } from '../../protocol/opening.ts'
import { packP256Signature } from '../../protocol/passkey.ts'
import {
  packSignerBody,
  type Signature,
  signatureKinds,
  signerKey,
  toAccountBody,
} from '../../protocol/signer.ts'
import { type Columns, toColumns } from './columns.ts'
import { makeScores, toRow as toScoresRow } from './seals.ts'
import { seededRandom } from './seededRandom.ts'
import { vectorSeparator } from './typedData.ts'

/** A ballot, what is in it, and whose it is. */
type Case = {
  ballot: SignedBallot
  scores: Scores
  key: Address
  digest: Uint8Array
}

/** Signs a digest; answers the key that did. */
type Sign = (digest: Uint8Array) => { key: Address; signature: Signature }

const verifier: Address = '0x00000000000000000000000000000000000e7913'
const envelopeLength = 33 + 10 + 32

export function ballotVectors(): Columns {
  const shared = {
    domainSeparator: bytesToHex(vectorSeparator),
    verifier,
    envelopeLength,
  }
  return toColumns(makeCases().map((one) => ({ ...shared, ...toRow(one) })))
}

/** Pages, and openings of them that leave every second ballot closed. */
export function pageVectors(): Columns {
  const cases = makeCases()
  const pages = [cases.slice(0, 1), cases.slice(1), cases]
  return toColumns(pages.map(toPageRow))
}

function toRow({ ballot, scores, key, digest }: Case) {
  const { signature, envelope, version } = ballot
  return {
    ...toScoresRow(scores),
    version,
    kind: signature.kind,
    envelope: bytesToHex(envelope),
    body: bytesToHex(signature.body),
    key,
    digest: bytesToHex(digest),
    packed: bytesToHex(packBallot(ballot)),
  }
}

function toPageRow(cases: readonly Case[]) {
  const ballots = cases.map(({ ballot }) => ballot)
  const batch = concatBytes(...ballots.map(packBallot))
  const batchHash = keccak(batch)
  const heads = ballotHeads(ballots)
  return {
    envelopeLength,
    ballots: ballots.length,
    batch: bytesToHex(batch),
    batchHash: bytesToHex(batchHash),
    heads: bytesToHex(heads),
    digest: bytesToHex(pageDigest(heads, batchHash)),
    openings: bytesToHex(packOpenings(openEverySecond(cases))),
  }
}

function makeCases(): Case[] {
  return [
    makeCase(1, 1, signAsAccount('first')),
    makeCase(2, 15, signAsAccount('second')),
    makeCase(70_000, 1, signAsVerifier),
    makeCase(131_072, 2, signAsContract),
    makeCase(3, 1, signAsAccount('third')),
  ]
}

function openEverySecond(page: readonly Case[]) {
  return page.map(({ ballot, scores }, index) => {
    const { reviewer, version, seal } = ballot
    const { values, salt } = scores
    return index % 2 === 1
      ? ({ kind: 0, reviewer, version, seal } as const)
      : ({ kind: 1, reviewer, version, values, salt } as const)
  })
}

/** The envelope is any bytes: nobody opens it here. */
function makeCase(reviewer: number, version: number, sign: Sign): Case {
  const scores = makeScores(reviewer, 10, 1, 5)
  const random = seededRandom(`envelope of ${reviewer}`)
  const seal = hashScores(scores)
  const sealed = { reviewer, version, seal, envelope: random(envelopeLength) }
  const digest = ballotDigest(vectorSeparator, sealed)
  const { key, signature } = sign(digest)
  return { ballot: { ...sealed, signature }, scores, key, digest }
}

function signAsAccount(name: string): Sign {
  const secret = seededRandom(`account ${name}`)()
  const publicKey = secp256k1.getPublicKey(secret, false)
  return (digest) => {
    const options = { prehash: false, format: 'recovered' } as const
    const signed = secp256k1.sign(digest, secret, options)
    const v = signed.subarray(0, 1)
    const body = toAccountBody(concatBytes(signed.subarray(1), v))
    const signature = { kind: signatureKinds.account, body }
    return { key: toKey(publicKeyToAddress(bytesToHex(publicKey))), signature }
  }
}

/** An ERC-7913 signer of bare P-256. */
function signAsVerifier(digest: Uint8Array): ReturnType<Sign> {
  const secret = seededRandom('verifier')()
  const publicKey = p256.getPublicKey(secret, false).subarray(1)
  const signed = p256.sign(digest, secret, { prehash: false })
  const signer = { verifier, publicKey }
  const bare = packP256Signature(p256.Signature.fromBytes(signed))
  const body = packSignerBody(signer, bare)
  const signature = { kind: signatureKinds.verifier, body }
  return { key: signerKey(signer), signature }
}

/** What a wallet contract would accept is its own affair. */
function signAsContract(): ReturnType<Sign> {
  const random = seededRandom('contract')
  const signature = { kind: signatureKinds.contract, body: random(97) }
  return { key: bytesToHex(random(20)), signature }
}

function toKey(address: Address): Address {
  return address.toLowerCase() as Address
}

/** Changes pages and openings of a record, and signs as reviewers do. */
import { bytesToHex, concat, hexToBytes } from 'viem'
import {
  ballotDigest,
  ballotHeads,
  packBallot,
  pageDigest,
  parseBatch,
  type SignedBallot,
} from '../../../protocol/ballot.ts'
import { keccak } from '../../../protocol/bytes.ts'
import {
  type Opening,
  packOpenings,
  parseOpenings,
} from '../../../protocol/opening.ts'
import { envelopeLength, valueCount } from '../../../protocol/rules.ts'
import {
  type Account,
  reviewer,
  signDigest,
} from '../../contracts/support/accounts.ts'
import type { Scene } from '../tamperings/tampering.ts'
import { argsOf, changeEvent } from './editRecord.ts'

export type Change<thing> = (things: thing[]) => thing[]

/** Changes the log of a page; the contract's digest tells. */
export function changePage(
  { record, stage }: Scene,
  page: number,
  change: Change<SignedBallot>,
): void {
  const { batch } = argsOf(record, 'PageCast', page - 1)
  const length = envelopeLength(stage.rules, stage.n)
  const ballots = parseBatch(hexToBytes(batch), { envelopeLength: length })
  const changed = change(ballots)
  const packed = concat(changed.map((one) => bytesToHex(packBallot(one))))
  changeEvent(
    record,
    'PageCast',
    () => ({ ballots: BigInt(changed.length), batch: packed }),
    page - 1,
  )
}

/** The same, and the contract's answer with it. */
export function forgePage(
  scene: Scene,
  page: number,
  change: Change<SignedBallot>,
): void {
  let heads = new Uint8Array()
  changePage(scene, page, (ballots) => {
    const changed = change(ballots)
    heads = new Uint8Array(ballotHeads(changed))
    return changed
  })
  const { batch } = argsOf(scene.record, 'PageCast', page - 1)
  const digest = pageDigest(heads, keccak(hexToBytes(batch)))
  scene.record.state.pages[page - 1] = bytesToHex(digest)
}

/** Changes one reviewer's ballot on a page. */
export function ofReviewer<one extends { reviewer: number }>(
  number: number,
  change: (one: one) => one,
): Change<one> {
  return (all) =>
    all.map((one) => (one.reviewer === number ? change(one) : one))
}

/** The ballot with a signature of somebody, for some round. */
export function signBallot(
  { stage }: Scene,
  ballot: SignedBallot,
  by: Account = reviewer(ballot.reviewer),
  separator = stage.separator,
): SignedBallot {
  return {
    ...ballot,
    signature: signDigest(by, ballotDigest(separator, ballot)),
  }
}

/** Changes the nth opening of a page, in the order of the chain. */
export function changeOpening(
  { record, stage }: Scene,
  nth: number,
  change: Change<Opening>,
): void {
  const { openings } = argsOf(record, 'PageOpened', nth)
  const options = { valueCount: valueCount(stage.rules, stage.n) }
  const changed = change(parseOpenings(hexToBytes(openings), options))
  const packed = bytesToHex(packOpenings(changed))
  changeEvent(record, 'PageOpened', () => ({ openings: packed }), nth)
}

/** Bytes with the last one changed. */
export function flipLast(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice()
  const last = changed.length - 1
  changed[last] = (changed[last] ?? 0) ^ 1
  return changed
}

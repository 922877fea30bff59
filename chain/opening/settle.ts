/** Settles opened ballots as the contract does: with which values, counted or not. */
import { equalBytes } from '@noble/curves/utils.js'
import type { Hash } from 'viem'
import { type BallotHead, hashScores } from '../../protocol/ballot.ts'
import { type Draw, listOf } from '../../protocol/draw.ts'
import type { KeyOpening, SignedOpening } from '../../protocol/opening.ts'
import {
  checkValues,
  type PointsRules,
  type SpoilReason,
} from '../../protocol/points.ts'
import type { OpenedPage } from '../getOpenings.ts'

export type PageOfBallots = { number: number; ballots: readonly BallotHead[] }

export type Settled = {
  reviewer: number
  version: number
  page: number
  values: Uint8Array
  /** 0: it counts. */
  reason: SpoilReason
  blockNumber: bigint
  transactionHash: Hash
}

export type SettleParameters = {
  rules: PointsRules
  draw: Draw
  pages: readonly PageOfBallots[]
  opened: readonly OpenedPage[]
  /** Whether a signature of a reviewer's own opening holds. */
  isSigned: (opening: SignedOpening) => boolean
}

/** By reviewer, in the order of the chain. */
export function settle(parameters: SettleParameters): Map<number, Settled> {
  const { draw, opened, pages, rules } = parameters
  const last = lastVersions(pages)
  const byNumber = new Map(pages.map((page) => [page.number, page.ballots]))
  const settled = new Map<number, Settled>()
  for (const { openings, page, ...place } of opened)
    for (const [index, opening] of openings.entries()) {
      const ballot = byNumber.get(page)?.[index]
      if (!ballot || opening.kind === 0) continue
      const { reviewer, values, version } = opening
      const isOpen = last.get(reviewer) === version && !settled.has(reviewer)
      if (!isOpen || !fits(parameters, ballot, opening)) continue
      const reason = checkValues(rules, listOf(draw, reviewer), values)
      const found = { reviewer, version, page, values, reason }
      settled.set(reviewer, { ...found, ...place })
    }
  return settled
}

function lastVersions(pages: readonly PageOfBallots[]): Map<number, number> {
  const last = new Map<number, number>()
  for (const { ballots } of pages)
    for (const { reviewer, version } of ballots)
      last.set(reviewer, Math.max(version, last.get(reviewer) ?? 0))
  return last
}

/** An opening that does not fit its seal settles nothing. */
function fits(
  { draw, isSigned }: SettleParameters,
  ballot: BallotHead,
  opening: KeyOpening | SignedOpening,
): boolean {
  const { reviewer, version } = opening
  if (ballot.reviewer !== reviewer || ballot.version !== version) return false
  if (opening.kind === 2 && !isSigned(opening)) return false
  const proposals = listOf(draw, reviewer)
  return equalBytes(hashScores({ ...opening, proposals }), ballot.seal)
}

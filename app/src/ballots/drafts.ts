/** Scores that are not sent yet, kept on this device at each tap. */
import * as v from 'valibot'
import { forget, keep, parseKept, readKept } from '../config/kept.ts'
import type { Seat } from '../keys/heldKeys.ts'
import { readKeptBallots } from './keptBallots.ts'

/** One for each criterion: null not answered, 0 no opinion, else a score. */
export type Values = readonly (number | null)[]

/** By number of the proposal. */
export type Draft = Readonly<Record<string, Values>>

const draftSchema = v.record(v.string(), v.array(v.nullable(v.number())))

export function draftName({ chainId, reviewer, round }: Seat): string {
  return `dure.draft.${chainId}.${round.toLowerCase()}.${reviewer}`
}

/** Without one, what was signed last. */
export function readDraft(seat: Seat): Draft {
  return readKept(draftName(seat), draftSchema) ?? draftOfBallot(seat)
}

export function parseDraft(text: string | null): Draft {
  return parseKept(draftSchema, text) ?? {}
}

export function keepDraft(seat: Seat, draft: Draft): boolean {
  return keep(draftName(seat), draft)
}

export function forgetDraft(seat: Seat): void {
  forget(draftName(seat))
}

function draftOfBallot(seat: Seat): Draft {
  const [last] = readKeptBallots(seat)
  if (!last) return {}
  const criteria = last.values.length / last.proposals.length
  return Object.fromEntries(
    last.proposals.map((proposal, place) => [
      proposal,
      last.values.slice(place * criteria, (place + 1) * criteria),
    ]),
  )
}

/**
 * - `partial`: some criteria have a score and others none, which would spoil the
 *   ballot.
 */
export type ItemState = 'open' | 'noOpinion' | 'partial' | 'scored'

export function stateOf(values: Values | undefined, criteria: number) {
  const scored = values?.filter((value) => value !== null && value > 0) ?? []
  if (scored.length === criteria) return 'scored'
  if (scored.length > 0) return 'partial'
  return values?.some((value) => value === 0) ? 'noOpinion' : 'open'
}

/** In list order, as they are sealed; the blank card has no opinion. */
export function toValues(
  draft: Draft,
  list: ArrayLike<number>,
  criteria: number,
): number[] {
  return Array.from(list).flatMap((proposal) =>
    Array.from(
      { length: criteria },
      (_, criterion) => draft[proposal]?.[criterion] ?? 0,
    ),
  )
}

export function sumOf(draft: Draft, list: ArrayLike<number>): number {
  return Array.from(list)
    .flatMap((proposal) => draft[proposal] ?? [])
    .reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

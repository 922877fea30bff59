/** What the registrar signs, and how it differs from what was signed before. */
import {
  type EnrolledKeysMessage,
  type SeatKey,
  treeOfKeys,
} from './enrolledKeys.ts'
import type { EnrolmentRecord } from './enrolmentRecord.ts'

export type SignaturePlan = {
  message: EnrolledKeysMessage
  seats: readonly SeatKey[]
  /** Seats without a word of the registrar. */
  added: readonly SeatKey[]
  /** Seats with one that does not stand for their key, or is not this registrar's. */
  changed: readonly SeatKey[]
  /** Seats that were signed last and are enrolled no more, or anew. */
  gone: number
}

/** None: nobody is enrolled. */
export function planSignature(
  enrolments: readonly EnrolmentRecord[],
  signed: ReadonlySet<number>,
): SignaturePlan | undefined {
  if (enrolments.length === 0) return undefined
  const seats = enrolments.map(toSeat)
  const { count, root } = treeOfKeys(seats)
  const others = enrolments.filter(({ reviewer }) => !signed.has(reviewer))
  const added = others.filter(({ word }) => word === undefined)
  const changed = others.filter(({ word }) => word !== undefined)
  return {
    message: { root, count },
    seats,
    added: added.map(toSeat),
    changed: changed.map(toSeat),
    gone: countGone(enrolments, signed),
  }
}

export function isSignedAlready({ added, changed, gone }: SignaturePlan) {
  return added.length === 0 && changed.length === 0 && gone === 0
}

/** Of the signature that counted most: the last one is over all seats of its time. */
function countGone(
  enrolments: readonly EnrolmentRecord[],
  signed: ReadonlySet<number>,
): number {
  const left = new Map<string, { count: number; seats: number }>()
  for (const { reviewer, word } of enrolments) {
    if (!word || !signed.has(reviewer)) continue
    const before = left.get(word.root)?.seats ?? 0
    left.set(word.root, { count: word.count, seats: before + 1 })
  }
  const most = [...left.values()].sort(
    (one, other) => other.count - one.count,
  )[0]
  return most ? most.count - most.seats : 0
}

function toSeat({ key, reviewer }: EnrolmentRecord): SeatKey {
  return { reviewer, key }
}

/** Which openings go into which transaction, so that each one fits. */
import type { PageToOpen } from '../openPages.ts'
import type { BallotHead } from '../../protocol/ballot.ts'
import { type Opening, packOpenings } from '../../protocol/opening.ts'
import { type OpeningGas, plannedGas } from './openingGas.ts'

export type DecryptedPage = {
  number: number
  batch: Uint8Array
  ballots: readonly BallotHead[]
  /** One a ballot, in their order. */
  openings: readonly Opening[]
}

/** A page to open, or the part of it that a transaction can carry. */
export type PagePart = PageToOpen & { opened: number; closed: number }

/** A ballot that stays closed: its seal instead of its values. */
const gasOfClosed = 1_100

/** All that is new in a page; nothing if it is opened as far as can be. */
export function splitPage(
  { ballots, batch, number, openings }: DecryptedPage,
  isOpened: (index: number) => boolean,
  bounds: OpeningGas,
): PagePart[] {
  const wanted = openings.flatMap(({ kind }, index) =>
    kind !== 0 && !isOpened(index) ? [index] : [],
  )
  const most = mostOpened(ballots.length, bounds)
  const parts: PagePart[] = []
  for (let start = 0; start < wanted.length; start += most) {
    const part = new Set(wanted.slice(start, start + most))
    const chosen = openings.map((opening, index) =>
      part.has(index) ? opening : toClosed(ballots[index], opening),
    )
    const closed = ballots.length - part.size
    const counts = { opened: part.size, closed }
    parts.push({ number, batch, openings: packOpenings(chosen), ...counts })
  }
  return parts
}

/** As many as fit together, in their order. */
export function groupParts(
  parts: readonly PagePart[],
  bounds: OpeningGas,
): PagePart[][] {
  const groups: PagePart[][] = []
  let gas = Infinity
  for (const part of parts) {
    const more = gasOf(part, bounds)
    if (gas + more > plannedGas) {
      groups.push([])
      gas = bounds.call
    }
    groups.at(-1)?.push(part)
    gas += more
  }
  return groups
}

function mostOpened(ballots: number, { ballot, call }: OpeningGas): number {
  const left = plannedGas - call - ballots * gasOfClosed
  return Math.max(1, Math.floor(left / ballot))
}

function gasOf({ closed, opened }: PagePart, { ballot }: OpeningGas): number {
  return opened * ballot + closed * gasOfClosed
}

function toClosed(head: BallotHead | undefined, opening: Opening): Opening {
  const { reviewer, version } = opening
  const seal = head?.seal ?? new Uint8Array(32)
  return { kind: 0, reviewer, version, seal }
}

/** What was found of a ballot: where it is, what it says, and what of its receipt. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { announce } from '../../../components/announce.ts'
import type { Asked } from '../api/asked.ts'
import type { Trace, TracedBallot } from '../api/traceBallots.ts'
import type { Found } from '../api/useTrace.ts'
import { BallotTrail } from './BallotTrail.tsx'
import { BallotScores } from './BallotScores.tsx'
import { NotFoundHere } from './NotFoundHere.tsx'
import { PlaceInSum } from './PlaceInSum.tsx'
import { ReceiptVerdict } from './ReceiptVerdict.tsx'

export function CheckResult({ asked, found }: { asked: Asked; found: Found }) {
  const { kept, traces } = found
  const isEmpty = traces.every(({ ballots }) => ballots.length === 0)
  useOutcomeSaid(isEmpty && !kept ? [] : traces)
  return (
    <>
      {asked.kind === 'receipt' && (
        <ReceiptVerdict signed={asked.signed} trace={traces[0]} />
      )}
      {isEmpty && !kept ? (
        <NotFoundHere asked={asked} />
      ) : (
        traces.map((trace) => (
          <Seat key={trace.reviewer} asked={asked} trace={trace} kept={kept} />
        ))
      )}
    </>
  )
}

/** The page below the form changes without a new heading on top. */
function useOutcomeSaid(found: readonly Trace[]): void {
  const { t } = useLingui()
  const seats = found.map(({ reviewer }) => t`심사자 ${reviewer}번의 심사표`)
  const words = [t`찾은 것`, ...seats].join(': ')
  const said = seats.length > 0 ? words : t`찾지 못했습니다`
  useEffect(() => {
    announce(said)
  }, [said])
}

type SeatProps = { asked: Asked; trace: Trace; kept: Found['kept'] }

function Seat({ asked, kept, trace }: SeatProps) {
  const { ballots, opening, reviewer } = trace
  const ballot = chosen(asked, trace)
  const shownOpening =
    ballot && opening?.version === ballot.version ? opening : null
  return (
    <section className="stack" aria-labelledby={`seat-${reviewer}`}>
      <h2 id={`seat-${reviewer}`}>
        <Trans>심사자 {reviewer}번의 심사표</Trans>
      </h2>
      <BallotTrail
        reviewer={reviewer}
        ballot={ballot}
        ballots={ballots}
        opening={shownOpening}
        kept={kept}
      />
      {shownOpening && (
        <>
          <BallotScores opening={shownOpening} />
          <PlaceInSum reviewer={reviewer} />
        </>
      )}
    </section>
  )
}

/** The one that was asked for; else the last one, which counts. */
function chosen(asked: Asked, { ballots }: Trace): TracedBallot | undefined {
  if (asked.kind === 'reference')
    return ballots.find(({ reference }) => reference === asked.reference)
  if (asked.kind === 'receipt') {
    const { ballot } = asked.signed.receipt
    return ballots.find(({ digest }) => digest === ballot.toLowerCase())
  }
  return ballots.at(-1)
}

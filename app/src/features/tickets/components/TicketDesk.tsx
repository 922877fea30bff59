/** Tickets made and shown once: issued, re-issued, printed, saved. */
import { useState } from 'react'
import type { Round } from '../../../queries/round.ts'
import type { Desk, LinkedTicket, Seats } from '../../../relayer/registrar.ts'
import { FreshTickets } from './FreshTickets.tsx'
import { IssueForm } from './IssueForm.tsx'
import { ReissueForm } from './ReissueForm.tsx'

export type TicketDeskProps = { desk: Desk; round: Round; data: Seats }

export function TicketDesk({ data, desk, round }: TicketDeskProps) {
  const [fresh, setFresh] = useState<readonly LinkedTicket[]>([])
  const add = (tickets: readonly LinkedTicket[]) => {
    setFresh((before) => [...before, ...tickets])
  }
  return (
    <>
      {fresh.length > 0 && (
        <FreshTickets
          round={round}
          tickets={fresh}
          onAway={() => {
            setFresh([])
          }}
        />
      )}
      <IssueForm desk={desk} data={data} onIssued={add} />
      <ReissueForm desk={desk} data={data} onIssued={add} />
    </>
  )
}

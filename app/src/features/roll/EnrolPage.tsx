/** A ticket: what will happen and when, and enrolling with a key of one's own. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Page } from '../../components/Page.tsx'
import { useHeldKeys } from '../../keys/useHeldKeys.ts'
import { hiddenCode, holdTicket, ticketInHand } from './api/ticketInHand.ts'
import { useRoundOf, useTicket } from './api/useTicket.ts'
import { Enrolled } from './components/Enrolled.tsx'
import { EnrolForm } from './components/EnrolForm.tsx'
import { InAppNotice, useHostApp } from './components/InAppNotice.tsx'
import { TicketEntry } from './components/TicketEntry.tsx'
import { TicketReplaced, TicketUsed } from './components/TicketStates.tsx'
import { TicketTrouble } from './components/TicketTrouble.tsx'
import type { FoundTicket } from '../../relayer/tickets.ts'
import './roll.css'

function EnrolPage() {
  const given: unknown = useParams({ strict: false })
  const { code = hiddenCode } = given as { code?: string }
  const navigate = useNavigate()
  useEffect(() => {
    if (code === hiddenCode) return
    holdTicket(code)
    const params = { code: hiddenCode }
    void navigate({ to: '/t/$code', params, replace: true })
  }, [code, navigate])
  if (code !== hiddenCode) return <Loading />
  const ticket = ticketInHand()
  return ticket === undefined ? <NoTicket /> : <Ticket code={ticket} />
}

function NoTicket() {
  const { t } = useLingui()
  return (
    <Page title={t`참여권을 다시 열어 주세요`} isText>
      <p>
        <Trans>
          이 주소에는 참여권 번호가 없습니다. 참여권의 QR을 다시 찍거나,
          참여권에 적힌 글자를 옮겨 적으세요.
        </Trans>
      </p>
      <TicketEntry />
      <p>
        <Trans>
          이미 등록했다면 <Link to="/me">내 일</Link>에서 이어 갈 수 있습니다.
        </Trans>
      </p>
    </Page>
  )
}

function Ticket({ code }: { code: string }) {
  const { t } = useLingui()
  const found = useTicket(code)
  if (found.isPending)
    return (
      <Page title={t`심사 참여권`} isText>
        <Loading />
      </Page>
    )
  if (found.isError)
    return (
      <TicketTrouble error={found.error} onRetry={() => void found.refetch()} />
    )
  return <Found code={code} ticket={found.data} />
}

function Found({ code, ticket }: { code: string; ticket: FoundTicket }) {
  const { t } = useLingui()
  const round = useRoundOf(ticket.round)
  const app = useHostApp()
  const keys = useHeldKeys()
  const [hasEnrolled, setEnrolled] = useState(false)
  const isHeld = keys.some(
    (key) =>
      key.round.toLowerCase() === ticket.round.toLowerCase() &&
      key.reviewer === ticket.reviewer,
  )
  if (round.isPending)
    return (
      <Page title={t`심사 참여권`} isText>
        <Loading />
      </Page>
    )
  if (round.isError)
    return (
      <Page title={t`심사 참여권`} isText>
        <Failure error={round.error} onRetry={() => void round.refetch()} />
      </Page>
    )
  if (hasEnrolled) return <Enrolled round={round.data} ticket={ticket} />
  if (isHeld && ticket.state === 'claimed')
    return (
      <Navigate
        to="/r/$round/review"
        params={{ round: ticket.round }}
        replace
      />
    )
  if (ticket.state === 'claimed') return <TicketUsed />
  if (ticket.state === 'replaced') return <TicketReplaced />
  if (app) return <InAppNotice app={app} code={code} />
  return (
    <EnrolForm
      code={code}
      ticket={ticket}
      round={round.data}
      onEnrolled={() => {
        setEnrolled(true)
      }}
    />
  )
}

export default EnrolPage

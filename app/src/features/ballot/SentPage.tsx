/** What was sent: received is grey, recorded is the end; which, the chain says. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { lazy } from 'react'
import type { KeptBallot } from '../../ballots/keptBallots.ts'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import type { HeldKey } from '../../keys/heldKeys.ts'
import { useNow } from '../../queries/head.ts'
import { useRound } from '../../queries/round.ts'
import { type SeatInUse, useSeat } from './api/useSeat.ts'
import {
  useKeptBallots,
  useLastVersion,
  useRecorded,
} from './api/useStanding.ts'
import { BackToList } from './components/BackToList.tsx'
import { Closed } from './components/Closed.tsx'
import { OtherWays } from './components/OtherWays.tsx'
import { Overdue } from './components/Overdue.tsx'
import { Received } from './components/Received.tsx'
import { Recorded } from './components/Recorded.tsx'
import { SeatBar } from './components/SeatBar.tsx'
import { SendAgain } from './components/SendAgain.tsx'
import { SendFile } from './components/SendFile.tsx'
import './ballot.css'

const NoKey = lazy(async () => {
  const { NoKey } = await import('./components/NoKey.tsx')
  return { default: NoKey }
})

function SentPage() {
  const seat = useSeat()
  return seat ? <Sent key={seat.key.reviewer} seat={seat} /> : <NoKey />
}

function Sent({ seat }: { seat: SeatInUse }) {
  const { t } = useLingui()
  const { key } = seat
  const [latest] = useKeptBallots(key)
  const last = useLastVersion(key)
  if (last.isPending)
    return (
      <Page title={t`내 심사표`} back={<BackToList />} isText>
        <Loading />
      </Page>
    )
  const lastVersion = last.data
  // Without the ledger a ballot that was received is still shown as such.
  const trouble = last.error && (
    <Failure error={last.error} onRetry={() => void last.refetch()} />
  )
  return (
    <Standing
      heldKey={key}
      latest={latest}
      lastVersion={lastVersion ?? 0}
      trouble={trouble}
    />
  )
}

type StandingProps = {
  heldKey: HeldKey
  latest: KeptBallot | undefined
  lastVersion: number
  trouble: React.ReactNode
}

function Standing({ heldKey, lastVersion, latest, trouble }: StandingProps) {
  const { t } = useLingui()
  const recorded = useRecorded(heldKey, lastVersion)
  const own = recorded.data?.find(({ digest }) => digest === latest?.digest)
  const counting = recorded.data?.find(({ version }) => version === lastVersion)
  const isElsewhere =
    counting !== undefined && counting.digest !== latest?.digest
  if (!latest && lastVersion === 0)
    return (
      <Page title={t`아직 보낸 것이 없습니다`} back={<BackToList />} isText>
        <Link
          className="button button--main"
          to="/r/$round/review"
          params={{ round: heldKey.round }}
        >
          <Trans>심사 목록으로</Trans>
        </Link>
        <SendFile />
      </Page>
    )
  if (lastVersion > 0 && recorded.isPending)
    return (
      <Page title={t`내 심사표`} back={<BackToList />} isText>
        <Loading />
      </Page>
    )
  const isWaiting = latest !== undefined && latest.version > lastVersion
  if (counting && !isWaiting)
    return (
      <Page key="recorded" title={t`기록됨 ✓`} back={<BackToList />} isText>
        <SeatBar heldKey={heldKey} />
        {isElsewhere && <Elsewhere version={counting.version} isOwn={!!own} />}
        <Recorded
          heldKey={heldKey}
          counting={counting}
          ballot={isElsewhere ? undefined : latest}
        />
        <SendFile />
      </Page>
    )
  return (
    <Waiting
      heldKey={heldKey}
      latest={latest}
      lastVersion={lastVersion}
      trouble={
        trouble ?? (recorded.error && <Failure error={recorded.error} />)
      }
    />
  )
}

function Elsewhere({ isOwn, version }: { version: number; isOwn: boolean }) {
  return (
    <Notice kind="warn">
      <p className="strong">
        <Trans>다른 기기에서 다시 보냈습니다.</Trans>
      </p>
      <p>
        {isOwn ? (
          <Trans>
            이 기기에서 보낸 것도 기록되어 있지만, {version}번째 심사표를
            셉니다.
          </Trans>
        ) : (
          <Trans>
            이 기기에서 보낸 것은 세지 않고, {version}번째 심사표를 셉니다.
          </Trans>
        )}
      </p>
    </Notice>
  )
}

function Waiting({ heldKey, lastVersion, latest, trouble }: StandingProps) {
  const { t } = useLingui()
  const now = useNow()
  const round = useRound()
  if (!latest) return <Page title={t`내 심사표`}>{trouble}</Page>
  const includeBy = Number(latest.receipt?.['includeBy'] ?? 0)
  const isLate = includeBy > 0 && now > includeBy
  const isSent = hasSomebody(latest)
  const isOver = round.phase !== 'review' && round.phase !== 'draw'
  const title = isOver
    ? t`마감까지 기록되지 않았습니다`
    : !isSent
      ? t`아직 보내지 못했습니다`
      : isLate
        ? t`약속한 시각이 지났습니다`
        : latest.sentBy === 'wallet'
          ? t`보냈습니다. 기록을 기다립니다`
          : t`접수됨. 기록을 기다립니다`
  return (
    <Page key="waiting" title={title} back={<BackToList />} isText>
      <SeatBar heldKey={heldKey} />
      {trouble}
      {isOver && <Closed round={round} />}
      {isSent && <Received ballot={latest} isLate={isLate} />}
      {!isSent && !isOver && <SendAgain ballot={latest} />}
      {isLate && <Overdue ballot={latest} lastVersion={lastVersion} />}
      {!isOver && <OtherWays ballot={latest} isOpen={isLate || !isSent} />}
    </Page>
  )
}

/** A file that was only saved is with nobody yet who would send it. */
function hasSomebody({ sentBy }: KeptBallot): boolean {
  return sentBy === 'relayer' || sentBy === 'wallet'
}

export default SentPage

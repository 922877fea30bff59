/** All rounds, newest first. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { useConfig } from '../../config/useConfig.ts'
import { roundsQuery } from '../../queries/rounds.ts'
import { useNode } from '../../queries/useNode.ts'
import { RoundCard } from './parts/RoundCard.tsx'
import './rounds.css'

/** Anybody may make rounds, so there may be any number of them. */
const shownAtFirst = 10

function RoundsPage() {
  const { t } = useLingui()
  return (
    <Page title={t`공개 심사 회차`}>
      <p className="lead text-blocks">
        <Trans>
          공동체가 낸 제안을 주민이 서로 심사합니다. 점수는 마감 뒤에 열어 공개
          장부에서 세고, 누구나 다시 세어 볼 수 있습니다.
        </Trans>
      </p>
      <RoundList />
      <p>
        <Link to="/help" className="button button--quiet">
          <Trans>어떻게 참여하나요</Trans>
        </Link>
        <Link to="/new" className="button button--quiet">
          <Trans>회차 만들기</Trans>
        </Link>
      </p>
    </Page>
  )
}

function RoundList() {
  const [shown, setShown] = useState(shownAtFirst)
  const query = useQuery(roundsQuery(useNode(), useConfig()))
  const { data, error, isPending, refetch } = query
  if (isPending) return <Loading />
  if (!data) return <Failure error={error} onRetry={() => void refetch()} />
  if (data.length === 0)
    return (
      <Notice>
        <p>
          <Trans>
            아직 회차가 없습니다. 담당자가 회차를 만들면 여기에 나옵니다.
          </Trans>
        </p>
      </Notice>
    )
  return (
    <div className="stack">
      <ul className="stack plain-list">
        {data.slice(0, shown).map(({ round }) => (
          <li key={round}>
            <RoundCard address={round} />
          </li>
        ))}
      </ul>
      {data.length > shown && (
        <button
          className="button"
          type="button"
          onClick={() => {
            setShown(shown + shownAtFirst)
          }}
        >
          <Trans>더 보기</Trans>
        </button>
      )}
    </div>
  )
}

export default RoundsPage

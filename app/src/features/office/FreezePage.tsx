/** The freeze: what is missing, a notice, the round's name typed again, one press. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { phases } from '../../../../chain/enums.ts'
import { BackToOffice } from '../../components/BackToOffice.tsx'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { useRound } from '../../queries/round.ts'
import { BringNamed } from '../acts/components/BringNamed.tsx'
import { useChainTime, useReadiness } from './api/useReadiness.ts'
import { CheckList } from './components/CheckList.tsx'
import { FreezeForm } from './components/FreezeForm.tsx'
import './office.css'

function FreezePage() {
  const { t } = useLingui()
  const round = useRound()
  const { data, error, refetch } = useReadiness(round.round)
  const now = useChainTime()
  const isOver = phases.indexOf(round.phase) > phases.indexOf('roll')
  return (
    <Page
      title={t`고정하기`}
      back={<BackToOffice round={round.round} />}
      isText
    >
      <p className="lead">
        <Trans>고정하면 규칙·제안·명부·일정을 아무도 바꿀 수 없습니다.</Trans>
      </p>
      <p>
        <Trans>
          고정 전에는 심사자가 명부에서 자기 열쇠를 찾아보고 틀린 것을 알릴 수
          있어야 합니다. 그래서 명부를 공개하고 정해진 기간이 지나야 고정할 수
          있습니다. 고정하면 곧 추첨이 이어집니다.
        </Trans>
      </p>
      <BringNamed round={round.round} />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && (!data || now === undefined) && <Loading />}
      {isOver && <IsFrozen />}
      {data && now !== undefined && !isOver && (
        <>
          <section className="stack" aria-labelledby="points">
            <h2 id="points">
              <Trans>준비된 것과 남은 것</Trans>
            </h2>
            <CheckList readiness={data} now={now} />
          </section>
          {!data.roster.isFixed && (
            <p>
              <Link
                className="button"
                to="/r/$round/office/roster"
                params={{ round: round.round }}
              >
                <Trans>제안 번호 매기기</Trans>
              </Link>
            </p>
          )}
          <FreezeForm round={round} readiness={data} now={now} />
        </>
      )}
    </Page>
  )
}

function IsFrozen() {
  const { phase } = useRound()
  if (phase === 'cancelled' || phase === 'lapsed')
    return (
      <Notice kind="warn">
        <p>
          <Trans>이 회차는 끝나서 고정할 수 없습니다.</Trans>
        </p>
      </Notice>
    )
  return (
    <Notice>
      <p className="strong">
        <Trans>고정되었습니다.</Trans>
      </p>
      <p>
        <Trans>
          다음은 추첨입니다. 열쇠지기들이 추첨 조각을 내놓으면 누구나 추첨을
          마무리할 수 있습니다.
        </Trans>
      </p>
    </Notice>
  )
}

export default FreezePage

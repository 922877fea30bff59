/** The end of a round as steps that anyone may take: draw, opening, ranking, publication. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { BackToRound } from '../../components/BackToRound.tsx'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { resultQuery } from '../../queries/result.ts'
import { useRound } from '../../queries/round.ts'
import { useNode } from '../../queries/useNode.ts'
import { useFinishState } from './api/finishState.ts'
import { marksOf } from './api/marks.ts'
import { DecideStep } from './components/DecideStep.tsx'
import { DrawStep } from './components/DrawStep.tsx'
import { OpenStep } from './components/OpenStep.tsx'
import { PublishStep } from './components/PublishStep.tsx'
import { RankStep } from './components/RankStep.tsx'
import { SharesStep } from './components/SharesStep.tsx'
import './finish.css'

function FinishPage() {
  const { t } = useLingui()
  const round = useRound()
  const finish = useFinishState()
  const results = useQuery(resultQuery(useNode(), round))
  const { data: state } = finish
  const { data: result } = results
  const error = finish.error ?? results.error
  const marks = state && result && marksOf(round, state, result)
  return (
    <Page
      title={t`마무리: 개표와 공표`}
      back={<BackToRound round={round.round} />}
      isText
    >
      <p className="lead">
        <Trans>
          추첨, 개표, 순위 매기기는 담당이 아니어도 누구나 할 수 있습니다.
          중계자가 먼저 하면 여기에 그대로 보입니다.
        </Trans>
      </p>
      <Ended />
      {marks ? (
        <ol className="act-steps">
          <DrawStep mark={marks.draw} state={state} />
          <SharesStep mark={marks.shares} state={state} />
          <OpenStep mark={marks.open} state={state} />
          <RankStep mark={marks.rank} state={state} />
          <DecideStep mark={marks.decide} result={result} />
          <PublishStep mark={marks.publish} result={result} />
        </ol>
      ) : error ? (
        <Failure
          error={error}
          onRetry={() => {
            void finish.refetch()
            void results.refetch()
          }}
        />
      ) : (
        <Loading />
      )}
    </Page>
  )
}

function Ended() {
  const { phase } = useRound()
  if (phase !== 'cancelled' && phase !== 'lapsed' && phase !== 'failed')
    return null
  return (
    <Notice kind="warn">
      <p className="strong">
        {phase === 'cancelled' && <Trans>회차가 취소되었습니다.</Trans>}
        {phase === 'lapsed' && <Trans>기한이 지나 회차가 멈추었습니다.</Trans>}
        {phase === 'failed' && (
          <Trans>
            열쇠가 오지 않았고 연 심사표가 너무 적어 순위를 매기지 못합니다.
          </Trans>
        )}
      </p>
    </Notice>
  )
}

export default FinishPage

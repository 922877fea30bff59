/** The committee's page: objections answered, the ranking confirmed or departed from. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BackToOffice } from '../../components/BackToOffice.tsx'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { useFormats } from '../../hooks/useFormats.ts'
import { type Result, resultQuery } from '../../queries/result.ts'
import { useRound } from '../../queries/round.ts'
import { useNode } from '../../queries/useNode.ts'
import { BringNamed } from '../acts/components/BringNamed.tsx'
import { useDecisionDraft } from './api/draft.ts'
import { Answers } from './components/Answers.tsx'
import { Confirm } from './components/Confirm.tsx'
import { Recusal } from './components/Recusal.tsx'
import './decision.css'

function DecisionPage() {
  const { t } = useLingui()
  const round = useRound()
  const { data, error, refetch } = useQuery(resultQuery(useNode(), round))
  return (
    <Page
      title={t`이의와 확정`}
      back={<BackToOffice round={round.round} />}
      isText
    >
      <p className="quiet">
        <Trans>위원회의 화면입니다. 누구나 볼 수 있습니다.</Trans>
      </p>
      <BringNamed round={round.round} />
      {!data && error && (
        <Failure error={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Loading />}
      {data && <Work result={data} />}
    </Page>
  )
}

function Work({ result }: { result: Result }) {
  const { phase, round } = useRound()
  const using = useDecisionDraft(round)
  const { confirmation, ranking } = result
  if (!ranking)
    return (
      <Notice>
        <p>
          <Trans>아직 순위가 없어 위원회가 할 일이 없습니다.</Trans>
        </p>
      </Notice>
    )
  if (confirmation)
    return (
      <>
        <div className="done" role="status">
          <p className="strong">
            <Trans>결과를 확정했습니다 ✓</Trans>
          </p>
        </div>
        <p>
          <Link to="/r/$round/results" params={{ round }} className="button">
            <Trans>결과 보기</Trans>
          </Link>
        </p>
      </>
    )
  return (
    <>
      <Recusal result={result} draft={using.draft} />
      <Answers result={result} using={using} />
      {phase === 'confirmation' ? (
        <Confirm result={result} ranking={ranking} using={using} />
      ) : (
        <NotYet ranking={ranking} />
      )}
    </>
  )
}

type NotYetProps = { ranking: NonNullable<Result['ranking']> }

function NotYet({ ranking }: NotYetProps) {
  const { rules } = useRound()
  const { moment } = useFormats()
  const { answerPeriod, objectionPeriod } = rules.times
  const from = moment(ranking.time + objectionPeriod + answerPeriod)
  return (
    <Notice>
      <p>
        <Trans>
          확정은 이의와 답변의 때가 모두 지난 {from} 뒤에 할 수 있습니다.
        </Trans>
      </p>
    </Notice>
  )
}

export default DecisionPage

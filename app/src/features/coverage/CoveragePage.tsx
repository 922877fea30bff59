/** While the review runs: who has cast, and whether each proposal has enough reviews. */
import { Trans, useLingui } from '@lingui/react/macro'
import { BackToOffice } from '../../components/BackToOffice.tsx'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { useFormats } from '../../hooks/useFormats.ts'
import { type Round, useRound } from '../../queries/round.ts'
import { useCoverage } from './api/useCoverage.ts'
import { Communities } from './components/Communities.tsx'
import { Groups } from './components/Groups.tsx'
import { Reviews } from './components/Reviews.tsx'
import type { Coverage } from './coverageOf.ts'
import './coverage.css'

function CoveragePage() {
  const { t } = useLingui()
  const round = useRound()
  const { coverage, error, retry } = useCoverage(round)
  return (
    <Page title={t`진행 상황`} back={<BackToOffice round={round.round} />}>
      <p className="lead text-blocks">
        <Trans>
          점수는 여기서도 보이지 않습니다. 누가 보냈는지와 제안마다 몇 번
          심사되었는지만, 공개 장부에서 바로 셉니다.
        </Trans>
      </p>
      {error && <Failure error={error} onRetry={retry} />}
      {!error && coverage === undefined && <Loading />}
      {coverage === null && (
        <Notice>
          <p>
            <Trans>추첨이 끝나고 심사가 시작되면 여기에 나옵니다.</Trans>
          </p>
        </Notice>
      )}
      {coverage && <Numbers coverage={coverage} round={round} />}
    </Page>
  )
}

function Numbers({ coverage, round }: { coverage: Coverage; round: Round }) {
  const { moment, number, percent } = useFormats()
  const { cast, seats } = coverage
  const empty = round.reviewers - seats
  return (
    <>
      <section className="stack" aria-labelledby="all">
        <h2 id="all">
          <Trans>기록</Trans>
        </h2>
        <p className="strong" role="status" data-cast={cast} data-seats={seats}>
          <Trans>
            기록 {number(cast)} / 명부 {number(seats)} (
            {percent(seats === 0 ? 0 : cast / seats)})
          </Trans>
        </p>
        <p className="quiet">
          <Trans>
            빈 자리 {number(empty)}개는 뺐습니다. 마감:{' '}
            {moment(round.rules.times.close)}
          </Trans>
        </p>
        <Groups coverage={coverage} round={round} />
      </section>
      <Reviews
        reviews={coverage.reviews}
        minimum={round.rules.minReviews}
        round={round.round}
      />
      <Communities coverage={coverage} round={round} />
    </>
  )
}

export default CoveragePage

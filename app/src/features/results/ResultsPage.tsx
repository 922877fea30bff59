/** The results of a round: before the ranking when they come, afterwards all of them. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { hasHalves } from '../../../../protocol/rules.ts'
import { BackToRound } from '../../components/BackToRound.tsx'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Page } from '../../components/Page.tsx'
import { useSearchText } from '../../hooks/useSearchText.ts'
import type { Ranking, Result } from '../../queries/result.ts'
import { useRound } from '../../queries/round.ts'
import { useResult, useStanding } from './api/useStanding.ts'
import { Decision } from './components/Decision.tsx'
import { DistributionSection } from './components/DistributionSection.tsx'
import { Exports } from './components/Exports.tsx'
import { Headline } from './components/Headline.tsx'
import { Method } from './components/Method.tsx'
import { NotRanked } from './components/NotRanked.tsx'
import { sizes } from './components/Pager.tsx'
import { RankingChart } from './components/RankingChart.tsx'
import { RankingSection } from './components/RankingSection.tsx'
import { RecordView } from './components/RecordView.tsx'
import { Turnout } from './components/Turnout.tsx'
import { TurnoutLine } from './components/TurnoutLine.tsx'
import './results.css'

function ResultsPage() {
  const { t } = useLingui()
  const { round } = useRound()
  const { data, error, refetch } = useResult()
  return (
    <Page title={t`결과`} back={<BackToRound round={round} />}>
      {data ? (
        data.ranking ? (
          <Ranked result={data} ranking={data.ranking} />
        ) : (
          <NotRanked />
        )
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}

function Ranked({ ranking, result }: { ranking: Ranking; result: Result }) {
  const search = useSearchText()
  const { proposals, standing, tally, text } = useStanding(result, ranking)
  const { round, rules } = standing.round
  const failed = proposals.error ?? tally.error
  const p = Number(search.get('p'))
  const digest = proposals.data?.find(({ number }) => number === p)?.digest
  if (search.get('view') === 'record')
    return <RecordView standing={standing} text={text} />
  return (
    <>
      <div className="stack">
        <Headline standing={standing} />
        <TurnoutLine />
        <p className="no-print">
          <Link
            to="/r/$round/recount"
            params={{ round }}
            className="button button--main"
          >
            <Trans>다시 세어 보기</Trans>
          </Link>
        </p>
      </div>
      {failed && (
        <Failure
          error={failed}
          onRetry={() => {
            void proposals.refetch()
            void tally.refetch()
          }}
        />
      )}
      {p > 0 && (
        <DistributionSection proposal={p} digest={digest} text={text} />
      )}
      {tally.data && (
        <RankingChart
          standing={standing}
          rows={
            hasHalves(rules)
              ? [standing.rowsOf(0), standing.rowsOf(1)]
              : [standing.rowsOf(0)]
          }
        />
      )}
      <RankingSection standing={standing} {...placeIn(search)} />
      <Turnout isRanked />
      <Method standing={standing} />
      <Decision standing={standing} />
      <Exports />
    </>
  )
}

function placeIn(search: URLSearchParams) {
  const page = Number(search.get('page'))
  const asked = Number(search.get('size'))
  return {
    half: search.get('half') === '2' ? (1 as const) : (0 as const),
    page: Number.isInteger(page) && page > 0 ? page : 1,
    size: sizes.find((size) => size === asked) ?? sizes[0],
  }
}

export default ResultsPage

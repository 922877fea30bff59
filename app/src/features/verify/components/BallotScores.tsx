/** What an opened ballot says of each proposal, and what that adds to its sum. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { LazyTitle } from '../../../components/LazyTitle.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import { proposalsQuery } from '../../../queries/proposals.ts'
import { useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import type { TracedOpening, TracedScore } from '../api/traceBallots.ts'

export function BallotScores({ opening }: { opening: TracedOpening }) {
  const title = useId()
  return (
    <div className="stack stack--tight">
      <h3 id={title}>
        <Trans>열린 점수</Trans>
      </h3>
      <table className="ballot-scores" role="table" aria-labelledby={title}>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              <Trans>제안</Trans>
            </th>
            <th scope="col" role="columnheader">
              <Trans>내 점수</Trans>
            </th>
            <th scope="col" role="columnheader">
              <Trans>더한 점수</Trans>
            </th>
            <th scope="col" role="columnheader">
              <Trans>제안의 합계</Trans>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {opening.scores.map((score, place) => (
            <ScoreRow
              key={place}
              score={score}
              isCounted={opening.reason === 0}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type ScoreRowProps = { score: TracedScore; isCounted: boolean }

function ScoreRow({ isCounted, score }: ScoreRowProps) {
  const { t } = useLingui()
  const { number } = useFormats()
  const { hasOpinion, points, total, values } = score
  const isAdded = isCounted && hasOpinion
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <ProposalName number={score.proposal} />
      </th>
      <td role="cell" data-label={t`내 점수`}>
        {hasOpinion ? values.join(', ') : <Trans>의견 없음</Trans>}
      </td>
      <td role="cell" data-label={t`더한 점수`}>
        {isAdded ? number(points) : '–'}
      </td>
      <td role="cell" data-label={t`제안의 합계`}>
        {score.proposal === 0 ? (
          '–'
        ) : total === undefined ? (
          <Trans>순위가 나온 뒤</Trans>
        ) : (
          number(total)
        )}
      </td>
    </tr>
  )
}

export function ProposalName({ number }: { number: number }) {
  const { round, fromBlock } = useRound()
  const { data } = useQuery(proposalsQuery(useNode(), { round, fromBlock }))
  if (number === 0) return <Trans>빈 카드</Trans>
  const digest = data?.find((one) => one.number === number)?.digest
  return (
    <Link to="/r/$round/p/$number" params={{ round, number: String(number) }}>
      <Trans>{number}번</Trans> <LazyTitle digest={digest} />
    </Link>
  )
}

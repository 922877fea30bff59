/** Recounts on demand, and shows the sums just before and after this ballot. */
import { Trans } from '@lingui/react/macro'
import { Failure } from '../../../components/Failure.tsx'
import type { ExplainedSeat } from '../../../../../verifier/explainBallot.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useExplain } from '../api/useExplain.ts'
import { ProposalName } from './BallotScores.tsx'

export function PlaceInSum({ reviewer }: { reviewer: number }) {
  const { run, state } = useExplain(reviewer)
  if (state.step === 'running')
    return (
      <p role="status">
        <Trans>
          공개 장부를 처음부터 다시 세고 있습니다. 회차가 크면 1분쯤 걸립니다.
        </Trans>
      </p>
    )
  if (state.step === 'failed')
    return <Failure error={state.error} onRetry={run} />
  if (state.step === 'done') {
    const block = String(state.block)
    return (
      <div className="stack stack--tight">
        <h3>
          <Trans>합계 속의 내 자리</Trans>
        </h3>
        {state.seat && <Sums seat={state.seat} />}
        <p className="quiet">
          <Trans>블록 {block}까지 다시 세었습니다.</Trans>
        </p>
      </div>
    )
  }
  return (
    <div>
      <button className="button" type="button" onClick={run}>
        <Trans>다시 세어 합계 속의 내 자리 보기</Trans>
      </button>
    </div>
  )
}

function Sums({ seat }: { seat: ExplainedSeat }) {
  const { number } = useFormats()
  const outcome = seat.ballots.at(-1)?.outcome
  if (outcome?.kind !== 'counted') return null
  return (
    <ul className="stack stack--tight">
      {outcome.scores
        .filter(({ proposal }) => proposal > 0)
        .map(({ after, before, hasOpinion, proposal }) => {
          const [sum, next] = [number(before.sum), number(after.sum)]
          const [count, more] = [number(before.count), number(after.count)]
          return (
            <li key={proposal}>
              <ProposalName number={proposal} />:{' '}
              {hasOpinion ? (
                <Trans>
                  합계 {sum} → {next}, 심사 {count} → {more}
                </Trans>
              ) : (
                <Trans>의견 없음이라 더한 것이 없습니다</Trans>
              )}
            </li>
          )
        })}
    </ul>
  )
}

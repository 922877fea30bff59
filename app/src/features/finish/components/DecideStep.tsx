/** Objections, answers and the committee's confirmation: not anyone's, so only shown. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Result } from '../../../queries/result.ts'
import { useRound } from '../../../queries/round.ts'
import { StepItem, type StepMark } from '../../acts/components/StepItem.tsx'

export type DecideStepProps = { mark: StepMark; result: Result }

export function DecideStep({ mark, result }: DecideStepProps) {
  const { moment } = useFormats()
  const { round, rules } = useRound()
  const { confirmation, ranking } = result
  const { answerPeriod, objectionPeriod } = rules.times
  const from = ranking && moment(ranking.time + objectionPeriod + answerPeriod)
  const at = confirmation && moment(confirmation.time)
  return (
    <StepItem mark={mark} title={<Trans>이의 신청과 확정</Trans>}>
      {mark === 'now' && (
        <p>
          <Trans>
            이의를 받고 답한 뒤, 위원회가 {from}부터 확정할 수 있습니다.
          </Trans>{' '}
          <Link to="/r/$round/objections" params={{ round }}>
            <Trans>이의 신청 보기</Trans>
          </Link>
        </p>
      )}
      {mark === 'done' && (
        <p>
          <Trans>위원회가 {at}에 확정했습니다.</Trans>
        </p>
      )}
    </StepItem>
  )
}

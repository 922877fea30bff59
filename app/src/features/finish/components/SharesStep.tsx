/** The trustees' shares of the ballot key: how many are public, and until when. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useRound } from '../../../queries/round.ts'
import { StepItem } from '../../acts/components/StepItem.tsx'
import type { FinishStepProps } from './DrawStep.tsx'

export function SharesStep({ mark, state }: FinishStepProps) {
  const { moment } = useFormats()
  const { round, rules } = useRound()
  const { threshold, times } = rules
  const { length } = state.released
  const from = moment(times.releaseFrom)
  const until = moment(times.releaseUntil)
  return (
    <StepItem mark={mark} title={<Trans>심사표를 여는 열쇠</Trans>}>
      {mark === 'done' ? (
        <p>
          <Trans>열쇠지기의 조각이 모여 누구나 심사표를 열 수 있습니다.</Trans>
        </p>
      ) : (
        <p>
          <Trans>
            열쇠지기 {threshold}곳 중 {length}곳이 조각을 내놓았습니다.
          </Trans>{' '}
          <Trans>
            {from}부터 {until}까지
          </Trans>
        </p>
      )}
      {mark === 'never' && (
        <p>
          <Trans>
            열쇠가 오지 않았습니다. 심사자마다 자기 심사표를 열 수 있습니다:
          </Trans>{' '}
          <Link to="/r/$round/check" params={{ round }}>
            <Trans>내 심사표 확인</Trans>
          </Link>
        </p>
      )}
      {mark === 'now' && (
        <p>
          <Link className="back" to="/r/$round/trustee" params={{ round }}>
            <Trans>열쇠지기 화면 보기</Trans>
          </Link>
        </p>
      )}
    </StepItem>
  )
}

/** What an office publishes once the result is confirmed. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Result } from '../../../queries/result.ts'
import { useRound } from '../../../queries/round.ts'
import { StepItem, type StepMark } from '../../acts/components/StepItem.tsx'
import { Exports } from '../../results/components/Exports.tsx'
import { Statement } from './Statement.tsx'

export type PublishStepProps = { mark: StepMark; result: Result }

export function PublishStep({ mark, result }: PublishStepProps) {
  const { round } = useRound()
  const { confirmation, ranking } = result
  return (
    <StepItem mark={mark} title={<Trans>공표</Trans>}>
      {confirmation && ranking ? (
        <div className="stack">
          <p>
            <Trans>
              아래 파일과 한 줄을 함께 내놓으면 누구나 결과를 따로 확인할 수
              있습니다.
            </Trans>
          </p>
          <Statement confirmation={confirmation} ranking={ranking} />
          <p>
            <Link to="/r/$round/recount" params={{ round }} className="button">
              <Trans>다시 세어 보기</Trans>
            </Link>
          </p>
          <Exports />
        </div>
      ) : (
        <p>
          <Trans>확정된 뒤에 결과 파일과 공고 문구를 여기서 받습니다.</Trans>
        </p>
      )}
    </StepItem>
  )
}

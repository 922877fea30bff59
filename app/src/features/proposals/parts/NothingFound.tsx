/** No proposal to show: why, and what to do. */
import { Trans } from '@lingui/react/macro'
import { Notice } from '../../../components/Notice.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Round } from '../../../queries/round.ts'

export type NothingFoundProps = {
  hasAny: boolean
  round: Round
  onClear: () => void
}

export function NothingFound({ hasAny, onClear, round }: NothingFoundProps) {
  const { moment } = useFormats()
  if (hasAny)
    return (
      <Notice>
        <p role="status">
          <Trans>찾는 조건에 맞는 제안이 없습니다.</Trans>
        </p>
        <p>
          <button className="button" type="button" onClick={onClear}>
            <Trans>조건 지우기</Trans>
          </button>
        </p>
      </Notice>
    )
  return (
    <Notice>
      <p>
        {round.phase === 'registration' ? (
          <Trans>
            아직 제안이 없습니다. {moment(round.rules.times.registerUntil)}까지
            받습니다.
          </Trans>
        ) : (
          <Trans>접수된 제안이 없습니다.</Trans>
        )}
      </p>
    </Notice>
  )
}

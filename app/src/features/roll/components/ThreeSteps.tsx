/** Three steps with their dates: enrolling and reviewing are weeks apart. */
import { Trans } from '@lingui/react/macro'
import type { Times } from '../../../../../protocol/rules.ts'
import { useFormats } from '../../../hooks/useFormats.ts'

export function ThreeSteps({ times }: { times: Times }) {
  const { day, moment } = useFormats()
  return (
    <ol className="three-steps">
      <li>
        <Trans>
          <strong>지금:</strong> 지문이나 얼굴로 등록 (1분)
        </Trans>
      </li>
      <li>
        <Trans>
          <strong>{day(times.reviewFrom)}부터:</strong> 내 목록에 점수 주기
        </Trans>
      </li>
      <li>
        <Trans>
          <strong>{moment(times.close)}까지:</strong> 보내기
        </Trans>
      </li>
    </ol>
  )
}

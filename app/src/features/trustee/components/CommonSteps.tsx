/** What all trustees do together, step by step, with what is missing from whom. */
import { Trans } from '@lingui/react/macro'
import type { TrusteeView } from '../../../../../chain/trustee/trusteeView.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { StepItem } from '../../acts/components/StepItem.tsx'
import { type CommonStep, type StepName, stepsOf } from '../api/stepsOf.ts'
import { TrusteeNames } from './TrusteeNames.tsx'

export type CommonStepsProps = { view: TrusteeView; own: number }

export function CommonSteps({ own, view }: CommonStepsProps) {
  return (
    <ol className="act-steps">
      {stepsOf(view).map((step) => (
        <StepItem
          key={step.name}
          mark={step.mark}
          title={<NameOf name={step.name} />}
        >
          <Missing step={step} view={view} own={own} />
        </StepItem>
      ))}
    </ol>
  )
}

function NameOf({ name }: { name: StepName }) {
  switch (name) {
    case 'packages':
      return <Trans>열쇠 재료 내놓기</Trans>
    case 'shares':
      return <Trans>서로에게 잠근 조각 보내기</Trans>
    case 'confirmations':
      return <Trans>받은 조각 확인하기</Trans>
    case 'lottery':
      return <Trans>추첨 조각 내놓기</Trans>
    case 'ballot':
      return <Trans>마감 뒤 심사표 조각 내놓기</Trans>
  }
}

type MissingProps = CommonStepsProps & { step: CommonStep }

function Missing({ own, step, view }: MissingProps) {
  const { moment } = useFormats()
  const { done, mark, missing, needed } = step
  if (mark === 'done')
    return (
      <p className="quiet">
        <Trans>끝났습니다.</Trans>
      </p>
    )
  const until = moment(step.until)
  const from = step.from === undefined ? undefined : moment(step.from)
  return (
    <>
      <p>
        <Trans>
          {needed}곳 중 {done}곳
        </Trans>{' '}
        ·{' '}
        {from === undefined ? (
          <Trans>{until}까지</Trans>
        ) : (
          <Trans>
            {from}부터 {until}까지
          </Trans>
        )}
      </p>
      {mark !== 'next' && (
        <>
          <p>
            <Trans>아직 하지 않은 곳:</Trans>
          </p>
          <TrusteeNames
            numbers={missing}
            trustees={view.generation.attempt.trustees}
            own={own}
          />
        </>
      )}
    </>
  )
}

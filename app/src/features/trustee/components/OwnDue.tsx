/** With the file open: what is due now, done with one press or by itself. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Failure } from '../../../components/Failure.tsx'
import { numberOf } from '../../../../../chain/trustee/nextStep.ts'
import { useAct } from '../../acts/api/useAct.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import { useAutomatic } from '../api/useAutomatic.ts'
import { type UseOwnStep, useOwnStep } from '../api/useOwnStep.ts'
import { callsOf } from '../api/work.ts'
import { ActLabel, ActLine, ActTitle, type SentAct } from './ActWords.tsx'
import { AddSecrets } from './AddSecrets.tsx'
import { DoneWords, WaitWords } from './StepWords.tsx'

export function OwnDue(props: UseOwnStep) {
  const { t } = useLingui()
  const { context, opened, view } = props
  const { error, situation, step } = useOwnStep(props)
  const acting = useAct()
  const own = numberOf(situation)
  const sent = isSent(step) ? step : undefined
  const calls = (act: SentAct) => () =>
    callsOf(context, situation, { file: opened.content, step: act })
  const isBusy = acting.step !== 'idle' && acting.step !== 'done'
  // Nobody is accused by a machine.
  const act =
    sent && sent.kind !== 'disputeShare' && !isBusy
      ? async () => (await acting.perform(calls(sent))) !== undefined
      : undefined
  const automatic = useAutomatic({ act, error: acting.error })
  if (error !== undefined) return <Failure error={error} />
  if (step.kind === 'makePackage')
    return <AddSecrets {...props} situation={situation} />
  return (
    <div className="stack">
      {step.kind === 'checkShares' && (
        <p role="status">
          <Trans>받은 조각을 확인하는 중…</Trans>
        </p>
      )}
      <div role="status">
        {step.kind === 'wait' && (
          <WaitWords
            wait={step}
            trustees={view.generation.attempt.trustees}
            own={own}
          />
        )}
        {step.kind === 'done' && (
          <p className="strong">
            <DoneWords because={step.because} />
          </p>
        )}
        {sent && (
          <p className="strong">
            <ActTitle act={sent} />
          </p>
        )}
      </div>
      {sent && (
        <ActForm
          name={t`열쇠지기의 일`}
          label={<ActLabel act={sent} />}
          line={<ActLine act={sent} own={own} />}
          calls={calls(sent)}
          acting={acting}
        />
      )}
      {step.kind !== 'done' && (
        <label className="choice trustee-automatic">
          <input
            type="checkbox"
            checked={automatic.isOn}
            onChange={({ target }) => {
              automatic.setIsOn(target.checked)
            }}
          />
          <span>
            <Trans>
              이 화면을 열어 두는 동안 차례가 오면 저절로 하기. 지갑의 확인 창은
              그때마다 뜹니다.
            </Trans>
          </span>
        </label>
      )}
    </div>
  )
}

function isSent(step: { kind: string }): step is SentAct {
  return !['wait', 'done', 'makePackage', 'checkShares'].includes(step.kind)
}

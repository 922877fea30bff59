/** The opening: how many ballots are settled, and one press for what is left. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { toOpenPagesArgs } from '../../../../../chain/openPages.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useRound } from '../../../queries/round.ts'
import { useRoundContext } from '../../../queries/useRoundContext.ts'
import { roundCall } from '../../acts/call.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import { StepItem } from '../../acts/components/StepItem.tsx'
import { openInWorker } from '../api/openInWorker.ts'
import type { OpeningPlan, OpeningProgress } from '../worker/messages.ts'
import { DoneBy } from './DoneBy.tsx'
import type { FinishStepProps } from './DrawStep.tsx'

export function OpenStep({ mark, state }: FinishStepProps) {
  const { t } = useLingui()
  const { moment, number } = useFormats()
  const { ballots, rules } = useRound()
  const cast = number(ballots.cast)
  const settled = number(ballots.settled)
  const until = moment(rules.times.openUntil)
  return (
    <StepItem mark={mark} title={<Trans>심사표 열기</Trans>}>
      {mark !== 'next' && (
        <>
          <p>
            <Trans>
              심사자 {cast}명의 심사표 중 {settled}장을 열어 셌습니다.
            </Trans>
          </p>
          <progress
            className="meter"
            max={Math.max(1, ballots.cast)}
            value={ballots.settled}
            aria-label={t`연 심사표`}
          />
          <DoneBy doers={state.doers.PageOpened} />
        </>
      )}
      {mark === 'now' && (
        <>
          <p>
            <Trans>누구나 열 수 있습니다. {until}까지</Trans>
          </p>
          {state.keyCame && <OpenForm />}
        </>
      )}
    </StepItem>
  )
}

function OpenForm() {
  const { t } = useLingui()
  const { node: url } = useConfig()
  const { round } = useRound()
  const context = useRoundContext()
  const [progress, setProgress] = useState<OpeningProgress>()
  const [plan, setPlan] = useState<OpeningPlan>()
  async function calls() {
    setPlan(undefined)
    const made = await openInWorker({ url, context }, setProgress)
    setProgress(undefined)
    setPlan(made)
    return made.groups.map((group) =>
      roundCall(round, 'openPages', toOpenPagesArgs(group)),
    )
  }
  return (
    <>
      <p>
        <Trans>
          이 기기가 심사표를 풀어 차례로 보냅니다. 멈추거나 창을 닫아도 다시
          누르면 남은 것부터 이어집니다. 한 번 연 점수는 계속 공개됩니다.
        </Trans>
      </p>
      <ActForm
        name={t`심사표 열기`}
        label={<Trans>심사표 열기</Trans>}
        line={<Trans>심사표 묶음을 열었습니다. (묶음마다 한 줄)</Trans>}
        calls={calls}
      />
      <div role="status">
        {progress && <Decrypting progress={progress} />}
        {plan && <Planned plan={plan} />}
      </div>
    </>
  )
}

function Decrypting({ progress }: { progress: OpeningProgress }) {
  const { t } = useLingui()
  const { number } = useFormats()
  const done = number(progress.done)
  const total = number(progress.total)
  return (
    <p>
      <progress
        className="meter"
        max={Math.max(1, progress.total)}
        value={progress.done}
        aria-label={t`푼 심사표`}
      />{' '}
      <Trans>
        {total}장 중 {done}장을 풀었습니다.
      </Trans>
    </p>
  )
}

function Planned({ plan }: { plan: OpeningPlan }) {
  const { number } = useFormats()
  const unreadable = number(plan.unreadable)
  return (
    <>
      {plan.ballots === 0 && (
        <p>
          <Trans>더 열 것이 없습니다.</Trans>
        </p>
      )}
      {plan.unreadable > 0 && (
        <p>
          <Trans>
            {unreadable}장은 봉인한 것과 달라 열쇠로 열리지 않습니다. 세지
            않습니다.
          </Trans>
        </p>
      )}
    </>
  )
}

/** The draw: its block, the trustees' shares, then the lists; anyone may do what is due. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useRound } from '../../../queries/round.ts'
import { roundCall } from '../../acts/call.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import { StepItem, type StepMark } from '../../acts/components/StepItem.tsx'
import type { FinishState } from '../api/finishState.ts'
import { DoneBy } from './DoneBy.tsx'

export type FinishStepProps = { state: FinishState; mark: StepMark }

export function DrawStep({ mark, state }: FinishStepProps) {
  return (
    <StepItem mark={mark} title={<Trans>추첨</Trans>}>
      {mark === 'done' && (
        <>
          <p>
            <Trans>심사 목록이 추첨으로 정해졌습니다.</Trans>
          </p>
          <DoneBy doers={state.doers.Drawn} />
        </>
      )}
      {mark === 'now' && <Due state={state} />}
    </StepItem>
  )
}

function Due({ state }: { state: FinishState }) {
  const { t } = useLingui()
  const { moment } = useFormats()
  const { round, rules } = useRound()
  const { block, isStored, latest, released } = state.draw
  const until = moment(rules.times.drawBy)
  const missing = rules.threshold - released.length
  if (!isStored && latest <= block) {
    const number = String(block)
    return (
      <p>
        <Trans>
          추첨에 쓸 블록 {number}번이 지나가기를 기다립니다. {until}까지
        </Trans>
      </p>
    )
  }
  if (!isStored)
    return (
      <>
        <p>
          <Trans>추첨에 쓸 블록이 지나갔습니다. 누구나 적을 수 있습니다.</Trans>
        </p>
        <ActForm
          name={t`추첨 블록 적기`}
          label={<Trans>추첨 블록 적기</Trans>}
          line={<Trans>추첨에 쓸 블록을 적어 두었습니다.</Trans>}
          calls={() => [roundCall(round, 'storeDrawBlock', [])]}
        />
      </>
    )
  if (missing > 0)
    return (
      <p>
        <Trans>
          열쇠지기 {missing}곳이 추첨 조각을 더 내놓아야 합니다. {until}까지
        </Trans>{' '}
        <Link to="/r/$round/trustee" params={{ round }}>
          <Trans>열쇠지기 화면 보기</Trans>
        </Link>
      </p>
    )
  return (
    <>
      <p>
        <Trans>추첨 조각이 모였습니다. 누구나 추첨할 수 있습니다.</Trans>
      </p>
      <ActForm
        name={t`추첨하기`}
        label={<Trans>추첨하기</Trans>}
        line={<Trans>심사 목록을 추첨했습니다.</Trans>}
        calls={() => [roundCall(round, 'draw', [])]}
      />
    </>
  )
}

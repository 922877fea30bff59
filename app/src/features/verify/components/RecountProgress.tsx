/** How far the recount is, how long it runs, and a way to stop it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { checkNames } from '../../../../../verifier/checkNames.ts'
import {
  type ReadStep,
  readSteps,
} from '../../../../../verifier/read/readProgress.ts'
import { titleOf } from '../../../../../verifier/sentences/sentences.ts'
import type { VerifyProgress } from '../../../../../verifier/worker/messages.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { useElapsed } from '../api/useElapsed.ts'
import type { RecountState } from '../api/useRecount.ts'

export type RecountProgressProps = {
  state: Extract<RecountState, { step: 'running' }>
  onStop: () => void
}

export function RecountProgress({ onStop, state }: RecountProgressProps) {
  const { t } = useLingui()
  const elapsed = useElapsed(state.since)
  const { progress } = state
  return (
    <div className="stack text card">
      <p className="strong" role="status">
        {progress?.part === 'checking' ? (
          <Trans>2단계: 읽은 것을 확인하고 다시 셉니다.</Trans>
        ) : (
          <Trans>1단계: 공개 장부를 읽습니다.</Trans>
        )}
      </p>
      <progress
        className="meter"
        max={1}
        value={progress ? shareOf(progress) : 0}
        aria-label={t`다시 세기 진행`}
      />
      <p>
        <Now progress={progress} /> · <Trans>{elapsed}초</Trans>
      </p>
      <div>
        <button className="button" type="button" onClick={onStop}>
          <Trans>멈춤</Trans>
        </button>
      </div>
    </div>
  )
}

function Now({ progress }: { progress: VerifyProgress | undefined }) {
  const language = useLanguage()
  const { number } = useFormats()
  if (!progress) return <Trans>시작하는 중</Trans>
  const done = number(progress.done)
  const total = number(progress.total)
  return (
    <>
      {progress.part === 'reading' ? (
        <StepName step={progress.step} />
      ) : (
        titleOf(progress.check)[language]
      )}{' '}
      {progress.total > 1 && (
        <Trans>
          {done} / {total}
        </Trans>
      )}
    </>
  )
}

function StepName({ step }: { step: ReadStep }) {
  switch (step) {
    case 'logs':
      return <Trans>기록</Trans>
    case 'state':
      return <Trans>계약의 답</Trans>
    case 'blocks':
      return <Trans>블록</Trans>
    case 'transactions':
      return <Trans>거래</Trans>
    case 'codes':
      return <Trans>명부와 계약의 코드</Trans>
  }
}

/** Reading is the first half, checking the second. */
function shareOf(progress: VerifyProgress): number {
  const part = progress.total === 0 ? 0 : progress.done / progress.total
  if (progress.part === 'reading') {
    const at = readSteps.indexOf(progress.step)
    return (at + part) / (2 * readSteps.length)
  }
  const at = checkNames.indexOf(progress.check)
  return 0.5 + (at + part) / (2 * checkNames.length)
}

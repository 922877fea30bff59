/** The round on simulated reviewers, and what it costs. */
import { Trans } from '@lingui/react/macro'
import { rosterBounds } from '../../../../../protocol/checkRules.ts'
import { TextField } from '../components/TextField.tsx'
import { draftId } from '../draft/keptDrafts.ts'
import { useDryRun } from '../dryRun/useDryRun.ts'
import { useWizard } from '../wizardContext.ts'
import { CostTable } from './CostTable.tsx'
import { DryRunTable } from './DryRunTable.tsx'

const turnouts = [0.3, 0.5, 0.7, 1]
const mostTrials = 20

export function DryRunStep() {
  const { change, checked, draft } = useWizard()
  const { cancel, done, problem, results, start } = useDryRun()
  const { rules } = checked.plan
  const n = Number(draft.proposals)
  const trials = Math.min(Math.max(Number(draft.trials) || 1, 1), mostTrials)
  const hindrance = useHindrance(n)
  const isRunning = done !== undefined
  return (
    <>
      <p>
        <Trans>
          제안마다 숨은 품질을 정해 두고, 심사자마다 다른 눈과 엄격함으로 점수를
          주게 합니다. 추첨, 집계, 순위는 실제와 같은 계산입니다. 이 기기
          안에서만 돌며 아무것도 보내지 않습니다.
        </Trans>
      </p>
      <TextField
        isNumber
        path="trials"
        label={<Trans>몇 번 되풀이해 평균을 낼까요</Trans>}
        hint={<Trans>1번에서 20번까지. 많을수록 오래 걸립니다.</Trans>}
        value={draft.trials}
        onChange={(count) => {
          change({ trials: count })
        }}
      />
      {draft.hasBudget && (
        <TextField
          isNumber
          path="meanAsk"
          label={<Trans>제안 하나의 평균 금액</Trans>}
          value={draft.meanAsk}
          onChange={(meanAsk) => {
            change({ meanAsk })
          }}
        />
      )}
      {hindrance && <p className="notice notice--warn">{hindrance}</p>}
      <div className="row">
        <button
          className="button"
          type="button"
          aria-disabled={hindrance !== undefined}
          onClick={() => {
            if (hindrance !== undefined || isRunning) return
            const meanAsk = BigInt(digits(draft.meanAsk))
            const seed = draftId(draft)
            start({ rules, proposals: n, meanAsk, turnouts, seed, trials })
          }}
        >
          <Trans>모의 실행 하기</Trans>
        </button>
        {isRunning && (
          <button
            className="button button--quiet"
            type="button"
            onClick={cancel}
          >
            <Trans>멈춤</Trans>
          </button>
        )}
      </div>
      <div role="status">
        {isRunning && (
          <p>
            <label>
              <Trans>모의 실행 중…</Trans> <progress max={1} value={done} />
            </label>
          </p>
        )}
        {problem !== undefined && (
          <p className="notice notice--danger">
            <Trans>모의 실행을 하지 못했습니다: {problem}</Trans>
          </p>
        )}
      </div>
      {results && <DryRunTable results={results} />}
      <CostTable />
    </>
  )
}

/** Why it cannot run. */
function useHindrance(n: number) {
  const { checked, draft } = useWizard()
  const isOther = (path: string) =>
    !/^(name|criteria|times|holders|trustees|threshold|verifiers|document)/.test(
      path,
    )
  if (checked.problems.some(({ path }) => isOther(path)))
    return <Trans>앞 단계의 숫자부터 바로잡아 주세요.</Trans>
  const { least, most } = rosterBounds(checked.plan.rules)
  if (!Number.isInteger(n) || n < least || n > most)
    return (
      <Trans>
        예상하는 제안 수가 {least}개에서 {most}개 사이여야 합니다. 추첨 단계에서
        고칠 수 있습니다.
      </Trans>
    )
  if (draft.hasBudget && digits(draft.meanAsk) === '0')
    return <Trans>제안 하나의 평균 금액을 적어 주세요.</Trans>
  return undefined
}

function digits(text: string): string {
  return /^\d{1,30}$/.test(text.trim()) ? text.trim() : '0'
}

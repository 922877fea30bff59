/** The admin's part: another attempt at the keys, with whom and for which reason. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import type { TrusteeView } from '../../../../../chain/trustee/trusteeView.ts'
import { jsonText } from '../../../../../protocol/jsonText.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { useRound } from '../../../queries/round.ts'
import { restoreDocument } from '../../../documents/newDocument.ts'
import { bringToBeNamed } from '../../../relayer/namedLater.ts'
import { roundCall } from '../../acts/call.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import { ContractTrustee } from '../../acts/components/ContractTrustee.tsx'
import {
  type AttemptDraft,
  forgetAttemptDraft,
  keepAttemptDraft,
  parseTrustees,
  readAttemptDraft,
  reasonDocument,
} from '../api/attemptDraft.ts'
import { useTrusteesFault } from '../api/useTrusteesFault.ts'

const phases: readonly TrusteeView['phase'][] = [
  'registration',
  'screening',
  'roll',
]

export function StartAttempt({ view }: { view: TrusteeView }) {
  if (!phases.includes(view.phase)) return null
  const { number } = view.generation.attempt
  return (
    <details>
      <summary>
        <Trans>관리자: 새 시도 시작하기</Trans>
      </summary>
      <Form key={number} view={view} />
    </details>
  )
}

function Form({ view }: { view: TrusteeView }) {
  const { t } = useLingui()
  const { relayers } = useConfig()
  const { holders, round } = useRound()
  const { attempt } = view.generation
  const [draft, setDraft] = useState(() =>
    readAttemptDraft(round, attempt.trustees),
  )
  const fault = useTrusteesFault(draft.trustees, view.threshold)
  const hasReason = draft.reason.trim() !== ''
  const next = attempt.number + 1
  function change(part: Partial<AttemptDraft>) {
    const changed = { ...draft, ...part }
    setDraft(changed)
    keepAttemptDraft(round, changed)
  }
  async function calls() {
    const parsed = parseTrustees(draft.trustees)
    if ('fault' in parsed) return []
    const document = restoreDocument(jsonText(reasonDocument(draft)))
    await bringToBeNamed(relayers, round, document)
    return [
      roundCall(round, 'startAttempt', [parsed.trustees, document.digest]),
    ]
  }
  const lines = draft.trustees.split('\n').map((line) => line.trim())
  const named = [...new Set(lines.filter((line) => line !== ''))]
  const count = named.length
  return (
    <div className="stack">
      <p>
        <Trans>
          열쇠지기가 답하지 않거나, 잘못된 조각이 밝혀졌거나, 다른 열쇠가 확인된
          때 다시 시작합니다. 지금까지 만든 열쇠는 쓰지 않게 됩니다.
        </Trans>
      </p>
      <Area
        label={<Trans>열쇠지기 주소, 한 줄에 하나</Trans>}
        value={draft.trustees}
        problem={fault}
        onChange={(trustees) => {
          change({ trustees })
        }}
      />
      {named.map((trustee) => (
        <ContractTrustee key={trustee} address={trustee} />
      ))}
      <Area
        label={<Trans>이유 (공개됩니다)</Trans>}
        value={draft.reason}
        problem=""
        onChange={(reason) => {
          change({ reason })
        }}
      />
      <ActForm
        name={t`열쇠 만들기 다시 시작`}
        label={<Trans>{next}번째 시도 시작하기</Trans>}
        line={
          <Trans>
            열쇠 만들기를 시작했습니다. {next}번째, 열쇠지기 {count}곳
          </Trans>
        }
        holder={holders.admin}
        calls={calls}
        isReady={fault === '' && hasReason}
        missing={
          fault === '' ? <Trans>이유를 적어 주세요.</Trans> : <>{fault}</>
        }
        onDone={() => {
          forgetAttemptDraft(round)
        }}
      />
    </div>
  )
}

type AreaProps = {
  label: React.ReactNode
  value: string
  problem: string
  onChange: (text: string) => void
}

function Area({ label, onChange, problem, value }: AreaProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={4}
        spellCheck={false}
        value={value}
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-error`}
        onChange={({ target }) => {
          onChange(target.value)
        }}
      />
      <p className="field__error" id={`${id}-error`}>
        {problem}
      </p>
    </div>
  )
}

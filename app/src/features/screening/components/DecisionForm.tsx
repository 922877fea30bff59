/** Accepted or refused, and why, of the version that is on the screen. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { ListedProposal } from '../../../queries/proposals.ts'
import { ProposalName } from '../../proposals/parts/ProposalName.tsx'
import {
  type Decision,
  type UseScreeningDraft,
  withDecision,
  without,
} from '../api/draft.ts'
import { isWhole } from '../api/sortDecisions.ts'

export type DecisionFormProps = {
  proposal: ListedProposal
  using: UseScreeningDraft
  onNext: (() => void) | undefined
}

export function DecisionForm({ onNext, proposal, using }: DecisionFormProps) {
  const { draft, edit } = using
  const { decision: standing, key, reason: basis, version } = proposal
  const kept = draft.decisions[key.toLowerCase()]
  const empty: Decision = { version, basis, accepted: null, reason: '' }
  // One of another version, or that another decision overtook, is no start.
  const isOfThis = kept?.version === version && kept.basis === basis
  const decision = kept && isOfThis ? kept : empty
  if (standing === 'withdrawn') return null
  const set = (changes: Partial<Decision>) => {
    edit((before) => withDecision(before, key, { ...decision, ...changes }))
  }
  const isWrong = decision.accepted === false && !isWhole(decision)
  return (
    <fieldset className="card stack">
      <legend>
        <ProposalName proposal={proposal} />{' '}
        <Trans>{version}번째 판의 자격</Trans>
      </legend>
      <div className="row">
        <Choice
          isChosen={decision.accepted === true}
          onChoose={() => {
            set({ accepted: true })
          }}
        >
          <Trans>적격</Trans>
        </Choice>
        <Choice
          isChosen={decision.accepted === false}
          onChoose={() => {
            set({ accepted: false })
          }}
        >
          <Trans>부적격</Trans>
        </Choice>
      </div>
      <div className="field">
        <label htmlFor="reason">
          <Trans>이유 (부적격은 필수)</Trans>
        </label>
        <textarea
          id="reason"
          rows={3}
          value={decision.reason}
          aria-invalid={isWrong}
          aria-describedby="reason-hint reason-error"
          onChange={({ target }) => {
            set({ reason: target.value })
          }}
        />
        <p id="reason-hint" className="field__hint">
          <Trans>
            누구나 읽습니다. 무엇이 모자라고 어떻게 고치면 되는지 적어 주세요.
          </Trans>
        </p>
        <p id="reason-error" className="field__error">
          {isWrong && <Trans>부적격은 이유를 적어야 기록할 수 있습니다.</Trans>}
        </p>
      </div>
      <div className="row">
        {onNext && (
          <button className="button" type="button" onClick={onNext}>
            <Trans>다음 제안</Trans>
          </button>
        )}
        {kept && isOfThis && (
          <button
            className="button button--quiet"
            type="button"
            onClick={() => {
              edit((before) => without(before, [key]))
            }}
          >
            <Trans>이 결정 지우기</Trans>
          </button>
        )}
      </div>
      <p className="quiet">
        <Trans>이 기기에 저장됩니다. 아직 기록하지 않았습니다.</Trans>
      </p>
    </fieldset>
  )
}

type ChoiceProps = {
  isChosen: boolean
  onChoose: () => void
  children: ReactNode
}

function Choice({ children, isChosen, onChoose }: ChoiceProps) {
  return (
    <label className="choice">
      <input
        type="radio"
        name="decision"
        checked={isChosen}
        onChange={onChoose}
      />
      {children}
    </label>
  )
}

/** The record of the meeting: published, and named by the ledger. */
import { Trans } from '@lingui/react/macro'
import type { UseDecisionDraft } from '../api/draft.ts'

export function RecordField({ using }: { using: UseDecisionDraft }) {
  const { change, draft } = using
  return (
    <div className="field">
      <label htmlFor="record">
        <Trans>위원회 기록 (필수)</Trans>
      </label>
      <p id="record-hint" className="field__hint">
        <Trans>
          언제 누가 모여 무엇을 정했는지, 누가 회피했는지 적습니다. 누구나
          읽습니다.
        </Trans>
      </p>
      <textarea
        id="record"
        rows={6}
        value={draft.record}
        aria-describedby="record-hint"
        onChange={({ target }) => {
          change({ record: target.value })
        }}
      />
    </div>
  )
}

/** As ranked, or otherwise. */
import { Trans } from '@lingui/react/macro'
import type { UseDecisionDraft } from '../api/draft.ts'

export function HowToDecide({ using }: { using: UseDecisionDraft }) {
  const { change, draft } = using
  return (
    <fieldset>
      <legend>
        <Trans>어떻게 확정하나요?</Trans>
      </legend>
      <label className="choice">
        <input
          type="radio"
          name="decision"
          checked={!draft.isDeparting}
          onChange={() => {
            change({ isDeparting: false })
          }}
        />
        <Trans>순위대로 확정</Trans>
      </label>
      <label className="choice">
        <input
          type="radio"
          name="decision"
          checked={draft.isDeparting}
          onChange={() => {
            change({ isDeparting: true })
          }}
        />
        <Trans>바꿔서 확정</Trans>
      </label>
    </fieldset>
  )
}

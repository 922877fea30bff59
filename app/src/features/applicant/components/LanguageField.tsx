/** In which language the proposal is written, so that it is read out rightly. */
import { Trans } from '@lingui/react/macro'
import type { ChangeDraft, Draft } from '../api/draft.ts'

export type LanguageFieldProps = { draft: Draft; change: ChangeDraft }

export function LanguageField({ change, draft }: LanguageFieldProps) {
  return (
    <div className="field">
      <label htmlFor="proposal-language">
        <Trans>글의 언어</Trans>
      </label>
      <select
        id="proposal-language"
        value={draft.language}
        onChange={({ target }) => {
          change({ language: target.value === 'en' ? 'en' : 'ko' })
        }}
      >
        <option value="ko" lang="ko">
          한국어
        </option>
        <option value="en" lang="en">
          English
        </option>
      </select>
    </div>
  )
}

/** A new draft of one of four kinds. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { TemplateKind } from '../../../../../protocol/rulesFile/template.ts'
import { Choices } from '../components/Choices.tsx'
import { newDraft } from '../draft/newDraft.ts'
import { useBegin, useGiven } from './useBegin.ts'

export function NewRound() {
  const [kind, setKind] = useState<TemplateKind>('communities')
  const begin = useBegin()
  const given = useGiven()
  return (
    <section className="stack">
      <h2>
        <Trans>새로 만들기</Trans>
      </h2>
      <Choices
        label={<Trans>어떤 회차인가요</Trans>}
        value={kind}
        options={[
          {
            value: 'communities',
            label: <Trans>공동체끼리 서로 심사</Trans>,
            hint: <Trans>추첨으로 나눈 목록만</Trans>,
          },
          {
            value: 'jury',
            label: <Trans>바깥의 심사자</Trans>,
            hint: <Trans>추첨으로 나눈 목록만</Trans>,
          },
          {
            value: 'everyone',
            label: <Trans>작은 모임, 모두가 모두를</Trans>,
          },
          {
            value: 'budget',
            label: <Trans>주민참여예산</Trans>,
            hint: <Trans>점수를 나누어 주고 예산 안에서</Trans>,
          },
        ]}
        onChange={setKind}
      />
      <p>
        <button
          className="button button--main"
          type="button"
          onClick={() => {
            begin(newDraft(kind, given))
          }}
        >
          <Trans>새 초안 시작하기</Trans>
        </button>
      </p>
    </section>
  )
}

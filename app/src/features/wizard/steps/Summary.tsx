/** The round in a few facts, before it is made for good. */
import { Trans } from '@lingui/react/macro'
import { spokenIn, say } from '../../../documents/roundDocument.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { useWizard } from '../wizardContext.ts'

export function Summary() {
  const language = useLanguage()
  const { moment, money, number } = useFormats()
  const { checked, draft } = useWizard()
  const { rules } = checked.plan
  const { times } = draft
  const name = Object.fromEntries(
    Object.entries(draft.name).filter(([, words]) => words !== ''),
  )
  const when = (time: number | null) => (time === null ? '—' : moment(time))
  const seats = number(rules.seats)
  const jury = number(rules.reviewers)
  const each = number(rules.seatsPerCommunity)
  const list = number(rules.listLength)
  const { threshold } = rules
  const trustees = rules.trustees.length
  return (
    <dl className="facts">
      <dt>
        <Trans>회차 이름</Trans>
      </dt>
      <dd lang={spokenIn(name, language)}>{say(name, language) || '—'}</dd>
      <dt>
        <Trans>심사자</Trans>
      </dt>
      <dd>
        {rules.owners ? (
          <Trans>공동체마다 {each}명</Trans>
        ) : (
          <Trans>바깥의 심사자 {jury}명</Trans>
        )}
        {' · '}
        {rules.listLength === 0 ? (
          <Trans>모든 제안</Trans>
        ) : (
          <Trans>목록 {list}개</Trans>
        )}
      </dd>
      <dt>
        <Trans>추천</Trans>
      </dt>
      <dd>
        {draft.hasBudget ? (
          money(rules.budget, draft.currency)
        ) : (
          <Trans>{seats}개</Trans>
        )}
      </dd>
      <dt>
        <Trans>제안 모집 마감</Trans>
      </dt>
      <dd>{when(times.registerUntil)}</dd>
      <dt>
        <Trans>심사</Trans>
      </dt>
      <dd>
        {when(times.reviewFrom)} – {when(times.close)}
      </dd>
      <dt>
        <Trans>개표 마감</Trans>
      </dt>
      <dd>{when(times.openUntil)}</dd>
      <dt>
        <Trans>열쇠지기</Trans>
      </dt>
      <dd>
        <Trans>
          {trustees}곳 가운데 {threshold}곳
        </Trans>
      </dd>
    </dl>
  )
}

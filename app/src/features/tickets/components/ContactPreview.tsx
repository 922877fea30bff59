/** What a table of contacts holds: errors by line, repeated ones, what would change. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { ContactPlan } from '../planContacts.ts'
import { contactFaults } from '../words.ts'
import { LineList } from '../../acts/files/LineList.tsx'

export function ContactPreview({ plan }: { plan: ContactPlan }) {
  const { i18n } = useLingui()
  const { number } = useFormats()
  const { added, changes, faults, lines, repeated } = plan
  const total = lines.length + faults.length
  return (
    <div className="stack" data-preview="contacts">
      <p className="strong" role="status">
        <Trans>
          {number(total)}줄 · 오류 {number(faults.length)} · 중복{' '}
          {number(repeated.length)} · 새로 {number(added)} · 달라진 것{' '}
          {number(changes.length)}
        </Trans>
      </p>
      {faults.length > 0 && (
        <div className="notice notice--danger stack stack--tight" role="alert">
          <p className="strong">
            <Trans>고칠 줄. 모두 고친 파일을 다시 고르세요.</Trans>
          </p>
          <LineList
            lines={faults.map(({ fault, line }) => ({
              line,
              text: i18n._(contactFaults[fault]),
            }))}
          />
        </div>
      )}
      {repeated.length > 0 && (
        <div className="notice notice--warn stack stack--tight">
          <p className="strong">
            <Trans>같은 연락처가 여러 번 있습니다. 맞는지 보세요.</Trans>
          </p>
          <LineList
            lines={repeated.map(({ first, line }) => ({
              line,
              text: <Trans>{first}번째 줄과 같은 연락처</Trans>,
            }))}
          />
        </div>
      )}
      {changes.length > 0 && (
        <details>
          <summary>
            <Trans>지금 것과 달라지는 줄 보기</Trans>
          </summary>
          <LineList
            lines={changes.map(({ contact, from, line }) => ({
              line,
              text: `${from} → ${contact}`,
            }))}
          />
        </details>
      )}
    </div>
  )
}

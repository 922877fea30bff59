/** What a table of contacts holds: its first lines, errors, repeated ones, what would change. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { ContactLine } from '../../../../../protocol/tickets/contactTable.ts'
import type { ContactPlan } from '../planContacts.ts'
import { contactFaults } from '../words.ts'
import { LineList } from '../../acts/files/LineList.tsx'

const mostFirst = 3

export type ContactPreviewProps = {
  plan: ContactPlan
  /** Seats of each community; none where an outside jury reviews. */
  perCommunity: number | undefined
}

export function ContactPreview({ perCommunity, plan }: ContactPreviewProps) {
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
      {total === 0 && (
        <p className="notice notice--warn">
          <Trans>첫 줄 아래에 사람을 적은 줄이 없습니다.</Trans>
        </p>
      )}
      {lines.length > 0 && (
        <div className="stack stack--tight">
          <p>
            <Trans>이렇게 읽었습니다. 글자가 맞는지 보세요.</Trans>
          </p>
          <LineList
            lines={lines.slice(0, mostFirst).map((line) => ({
              line: line.line,
              text: <Read line={line} perCommunity={perCommunity} />,
            }))}
          />
        </div>
      )}
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

type ReadProps = { line: ContactLine; perCommunity: number | undefined }

function Read({ line, perCommunity }: ReadProps) {
  const { community, contact, reviewer } = line
  if (perCommunity === undefined || community === undefined)
    return (
      <Trans>
        심사자 {reviewer}: {contact}
      </Trans>
    )
  if (reviewer === undefined)
    return (
      <Trans>
        공동체 {community}, 자리는 제비로: {contact}
      </Trans>
    )
  const seat = reviewer - (community - 1) * perCommunity
  return (
    <Trans>
      공동체 {community}, 자리 {seat}: {contact}
    </Trans>
  )
}

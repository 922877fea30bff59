/** One ticket on one page of paper: whose it is, the code to scan, what to do with it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { QrCode } from '../../../components/QrCode.tsx'
import { Said } from '../../../components/Said.tsx'
import type { Words } from '../../../documents/roundDocument.ts'
import type { LinkedTicket } from '../../../relayer/registrar.ts'

export type SheetProps = { ticket: LinkedTicket; title: Words }

export function Sheet({ ticket, title }: SheetProps) {
  const { t } = useLingui()
  const { community, contact, link, reviewer, seat, ticket: code } = ticket
  return (
    <article className="sheet" data-reviewer={reviewer}>
      <h3>
        <Said words={title} otherwise={<Trans>참여권</Trans>} />
      </h3>
      <p className="strong">
        {community === null ? (
          <Trans>심사자 {reviewer} 참여권</Trans>
        ) : (
          <Trans>
            공동체 {community} · 자리 {seat} 참여권
          </Trans>
        )}
      </p>
      {contact !== null && <p>{contact}</p>}
      <QrCode label={t`참여권 주소`} text={link} />
      <p>
        <Trans>
          휴대폰 사진기로 찍고 지문이나 얼굴로 등록하세요. 1분이면 됩니다.
        </Trans>
      </p>
      <p>
        <code className="sheet__code">{code}</code>
      </p>
      <p>
        <Trans>참여권 한 장은 한 사람 것입니다. 대신 등록하지 마세요.</Trans>
      </p>
    </article>
  )
}

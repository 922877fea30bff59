/** Contacts from a table: read here first, line by line, and only then sent. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import type { Round } from '../../../queries/round.ts'
import { type Desk, putContacts } from '../../../relayer/registrar.ts'
import { contactsQuery } from '../api/seatsQuery.ts'
import { useWork } from '../api/useWork.ts'
import { planContacts } from '../planContacts.ts'
import { ContactPreview } from './ContactPreview.tsx'
import { FileField, type OfficeFile } from '../../acts/files/FileField.tsx'

export type ImportContactsProps = { desk: Desk; round: Round }

export function ImportContacts({ desk, round }: ImportContactsProps) {
  const [file, setFile] = useState<OfficeFile>()
  const { data: standing } = useQuery(contactsQuery(desk))
  const work = useWork<number>()
  const { owners, seatsPerCommunity } = round.rules
  const seats = {
    reviewers: round.reviewers,
    perCommunity: owners ? seatsPerCommunity : undefined,
  }
  const plan = file && standing && planContacts(file.text, seats, standing)
  const isGood = plan && plan.faults.length === 0 && plan.lines.length > 0
  const count = plan?.lines.length ?? 0
  return (
    <section className="stack no-print" aria-labelledby="contacts">
      <h2 id="contacts">
        <Trans>연락처 (있으면)</Trans>
      </h2>
      <FileField
        label={<Trans>연락처 파일 고르기</Trans>}
        hint={
          <Trans>
            CSV 파일. 첫 줄은 ‘공동체, 자리, 연락처’입니다. 자리를 적지 않으면
            공동체 안에서 제비로 정합니다. 고르기만 해서는 보내지 않습니다.
          </Trans>
        }
        onChange={(chosen) => {
          work.clear()
          setFile(chosen)
        }}
      />
      {plan && <ContactPreview plan={plan} perCommunity={seats.perCommunity} />}
      {work.error !== undefined && <KeyTrouble error={work.error} />}
      {isGood && work.result === undefined && (
        <p>
          <button
            className="button"
            type="button"
            aria-busy={work.isBusy}
            onClick={() => void work.run(() => putContacts(desk, file.text))}
          >
            <Trans>연락처 {count}개 올리기</Trans>
          </button>
        </p>
      )}
      {work.result !== undefined && (
        <p role="status" className="strong">
          <Trans>연락처 {work.result}개를 올렸습니다.</Trans>
        </p>
      )}
    </section>
  )
}

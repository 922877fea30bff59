/** Tickets that were just made: on paper or in a file, before the page is left. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import { Notice } from '../../../components/Notice.tsx'
import { saveFile } from '../../../components/saveFile.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Round } from '../../../queries/round.ts'
import { useRoundText } from '../../../queries/useRoundText.ts'
import { say } from '../../../documents/roundDocument.ts'
import type { LinkedTicket } from '../../../relayer/registrar.ts'
import { saveTickets } from '../saveTickets.ts'
import { Sheet } from './Sheet.tsx'

/** So many pages a browser can still print at once. */
const mostSheets = 300

export type FreshTicketsProps = {
  round: Round
  tickets: readonly LinkedTicket[]
  /** They are put away for good. */
  onAway: () => void
}

export function FreshTickets({ onAway, round, tickets }: FreshTicketsProps) {
  const { t } = useLingui()
  const { number } = useFormats()
  const { text } = useRoundText(round.rules.document)
  const [safe, setSafe] = useState(0)
  const isSafe = safe >= tickets.length
  useBlocker({
    shouldBlockFn: () =>
      !isSafe &&
      !window.confirm(
        t`아직 인쇄하거나 저장하지 않은 참여권이 있습니다. 떠나면 다시 볼 수 없습니다. 떠날까요?`,
      ),
    enableBeforeUnload: () => !isSafe,
  })
  const title = { ko: say(text.name, 'ko'), en: say(text.name, 'en') }
  const made = { title, tickets, round: round.round }
  const secure = () => {
    setSafe(tickets.length)
  }
  const isPrintable = tickets.length <= mostSheets
  const count = number(tickets.length)
  return (
    <section className="stack" aria-labelledby="fresh">
      <div className="stack no-print">
        <h2 id="fresh">
          <Trans>새 참여권 {count}장</Trans>
        </h2>
        <Notice kind={isSafe ? 'plain' : 'warn'} isAlert={!isSafe}>
          <p className="strong">
            {isSafe ? (
              <Trans>
                인쇄하거나 저장했습니다. 나눠 준 뒤 파일을 지우세요.
              </Trans>
            ) : (
              <Trans>
                이 화면에 한 번만 보입니다. 떠나기 전에 인쇄하거나 저장하세요.
              </Trans>
            )}
          </p>
        </Notice>
        <div className="row">
          {isPrintable && (
            <button
              className="button button--main"
              type="button"
              onClick={() => {
                window.print()
                secure()
              }}
            >
              <Trans>참여권 인쇄</Trans>
            </button>
          )}
          <button
            className="button"
            type="button"
            onClick={() => {
              saveTickets(made, 'table', saveFile)
              secure()
            }}
          >
            <Trans>CSV로 저장</Trans>
          </button>
          <button
            className="button"
            type="button"
            onClick={() => {
              saveTickets(made, 'sheets', saveFile)
              secure()
            }}
          >
            <Trans>인쇄용 파일로 저장 (한 장에 8개)</Trans>
          </button>
          <button
            className="button button--quiet"
            type="button"
            onClick={() => {
              const question = t`화면에서 지우면 다시 볼 수 없습니다. 지울까요?`
              if (isSafe || window.confirm(question)) onAway()
            }}
          >
            <Trans>화면에서 지우기</Trans>
          </button>
        </div>
      </div>
      {isPrintable ? (
        <ol className="sheets">
          {tickets.map((ticket) => (
            <li key={ticket.ticket}>
              <Sheet ticket={ticket} title={text.name} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="no-print">
          <Trans>장수가 많아 화면에 그리지 않습니다. 파일로 저장하세요.</Trans>
        </p>
      )}
    </section>
  )
}

/** The seat is taken: when to come back, with what, and whom to call. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Page } from '../../../components/Page.tsx'
import { saveFile } from '../../../components/saveFile.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Round } from '../../../queries/round.ts'
import type { FoundTicket } from '../../../relayer/tickets.ts'
import { toCalendar } from '../api/toCalendar.ts'

export function Enrolled({
  round,
  ticket,
}: {
  round: Round
  ticket: FoundTicket
}) {
  const { t } = useLingui()
  const { moment } = useFormats()
  const { contact } = useConfig()
  const { close, freezeBy, reviewFrom } = round.rules.times
  const save = () => {
    const { origin, pathname } = window.location
    const address = `${origin}${pathname}#/r/${round.round}/review`
    const calendar = toCalendar({
      ...{ from: reviewFrom, until: close, address },
      title: t`두레 심사: 점수 주기`,
    })
    saveFile('dure.ics', calendar, 'text/calendar')
  }
  return (
    <Page title={t`등록했습니다`} isText>
      <p className="lead">
        <Trans>
          {moment(reviewFrom)}에 이 휴대폰에서 이 주소를 다시 여세요.
        </Trans>
      </p>
      <p>
        <Trans>
          심사자 {ticket.reviewer}번입니다. {moment(close)}까지 점수를 보내면
          됩니다.
        </Trans>
      </p>
      <p>
        <button className="button button--main" type="button" onClick={save}>
          <Trans>일정 저장</Trans>
        </button>
      </p>
      <div className="notice stack stack--tight">
        <p>
          <Trans>
            휴대폰을 잃어버리거나 바꾸면 {moment(freezeBy)} 전에 알려 주세요. 그
            뒤에는 다시 발급할 수 없습니다.
          </Trans>
        </p>
        {contact && (
          <p>
            {contact.name}{' '}
            {contact.phone && (
              <a className="back" href={`tel:${contact.phone}`}>
                {contact.phone}
              </a>
            )}
          </p>
        )}
      </div>
      <p>
        <Link
          className="back"
          to="/r/$round/review"
          params={{ round: round.round }}
        >
          <Trans>내 심사 화면 미리 보기</Trans>
        </Link>
      </p>
    </Page>
  )
}

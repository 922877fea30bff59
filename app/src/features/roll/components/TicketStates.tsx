/** Tickets that enrol nobody any more, each with its next step. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Page } from '../../../components/Page.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Round } from '../../../queries/round.ts'

export function TicketUsed() {
  const { t } = useLingui()
  return (
    <Page title={t`이미 쓴 참여권입니다`} isText>
      <p>
        <Trans>
          이 참여권으로 등록이 되어 있고, 그 열쇠가 이 기기에는 없습니다. 다른
          휴대폰이나 다른 브라우저에서 등록했다면 열쇠를 찾을 수 있습니다.
        </Trans>
      </p>
      <p>
        <Link className="button button--main" to="/me">
          <Trans>내 열쇠 찾기</Trans>
        </Link>
      </p>
      <Call>
        <Trans>내가 등록하지 않았다면 바로 알려 주세요:</Trans>
      </Call>
    </Page>
  )
}

export function TicketReplaced() {
  const { t } = useLingui()
  return (
    <Page title={t`새 참여권으로 바뀌었습니다`} isText>
      <p>
        <Trans>
          이 참여권은 다시 발급되어 더는 쓸 수 없습니다. 새로 받은 참여권을
          여세요.
        </Trans>
      </p>
      <Call>
        <Trans>새 참여권을 받지 못했다면 전화해 주세요:</Trans>
      </Call>
    </Page>
  )
}

/** Not yet, or no more. */
export function EnrolmentOver({ round }: { round: Round }) {
  const { t } = useLingui()
  const { moment } = useFormats()
  const { rosterBy, reviewFrom } = round.rules.times
  const isEarly = ['registration', 'screening'].includes(round.phase)
  if (isEarly)
    return (
      <Page title={t`아직 등록할 때가 아닙니다`} isText>
        <p>
          <Trans>
            제안이 정해진 뒤에 등록합니다. {moment(rosterBy)} 뒤에 이 주소를
            다시 여세요.
          </Trans>
        </p>
      </Page>
    )
  return (
    <Page title={t`등록이 끝났습니다`} isText>
      <p>
        <Trans>
          명부가 고정되어 더는 등록할 수 없습니다. 심사는 {moment(reviewFrom)}에
          시작합니다.
        </Trans>
      </p>
      <p>
        <Link className="button" to="/r/$round" params={{ round: round.round }}>
          <Trans>회차 보기</Trans>
        </Link>
      </p>
      <Call>
        <Trans>등록했는데 이렇게 나오면 전화해 주세요:</Trans>
      </Call>
    </Page>
  )
}

export function Call({ children }: { children: React.ReactNode }) {
  const { contact } = useConfig()
  if (!contact) return null
  return (
    <p>
      {children} {contact.name}{' '}
      {contact.phone && (
        <a className="back" href={`tel:${contact.phone}`}>
          {contact.phone}
        </a>
      )}
    </p>
  )
}

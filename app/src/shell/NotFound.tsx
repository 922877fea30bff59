/** An address that leads nowhere. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Page } from '../components/Page.tsx'

export function NotFound() {
  const { t } = useLingui()
  return (
    <Page title={t`이 주소에는 아무것도 없습니다`} isText>
      <p>
        <Trans>주소를 옮겨 적다가 틀렸을 수 있습니다.</Trans>
      </p>
      <p>
        <Link to="/" className="button button--main">
          <Trans>회차 목록 보기</Trans>
        </Link>
      </p>
    </Page>
  )
}

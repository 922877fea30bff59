/** Inside another app there are no lasting keys: a way out into the browser. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Page } from '../../../components/Page.tsx'
import { type HostApp, hostAppOf, waysOut } from '../../../keys/browser.ts'

export function useHostApp(): HostApp | undefined {
  return hostAppOf(navigator.userAgent)
}

export function InAppNotice({ app, code }: { app: HostApp; code: string }) {
  const { t } = useLingui()
  const [copied, setCopied] = useState<boolean>()
  const { origin, pathname } = window.location
  const address = `${origin}${pathname}#/t/${code}`
  const out = waysOut(address, { app, userAgent: navigator.userAgent })
  async function copy() {
    try {
      await navigator.clipboard.writeText(address)
      setCopied(true)
    } catch {
      setCopied(false)
    }
  }
  return (
    <Page title={t`이 앱 안에서는 등록할 수 없습니다`} isText>
      <p>
        <Trans>
          {app} 안에서 열려 있습니다. 여기서 만든 열쇠는 나중에 찾지 못합니다.
          휴대폰의 인터넷 앱(크롬, 사파리, 삼성 인터넷)에서 열어 주세요.
        </Trans>
      </p>
      <div className="row">
        {out && (
          <a className="button button--main" href={out}>
            <Trans>브라우저에서 열기</Trans>
          </a>
        )}
        <button
          className={out ? 'button' : 'button button--main'}
          type="button"
          onClick={() => void copy()}
        >
          <Trans>주소 복사</Trans>
        </button>
      </div>
      <p role="status">
        {copied === true && (
          <Trans>복사했습니다. 인터넷 앱의 주소 칸에 붙여 넣으세요.</Trans>
        )}
      </p>
      {copied === false && (
        <p>
          <Trans>복사하지 못했습니다. 이 주소를 길게 눌러 복사하세요:</Trans>{' '}
          <code>{address}</code>
        </p>
      )}
      {!out && (
        <p>
          <Trans>
            화면 모서리의 메뉴(⋯)에서 ‘다른 브라우저로 열기’를 골라도 됩니다.
          </Trans>
        </p>
      )}
    </Page>
  )
}

/** No seat has the key: what can still be done, and until when. */
import { Trans } from '@lingui/react/macro'
import { useConfig } from '../../../config/useConfig.ts'

export function NotFound() {
  const { contact } = useConfig()
  return (
    <>
      <p className="strong">
        <Trans>열쇠를 찾지 못했습니다.</Trans>
      </p>
      <ul>
        <li>
          <Trans>등록한 휴대폰이 있으면 그 휴대폰에서 심사하세요.</Trans>
        </li>
        <li>
          <Trans>
            명부가 고정되기 전이면 참여권을 다시 발급받을 수 있습니다. 고정된
            뒤에는 아무도 바꿀 수 없습니다.
          </Trans>
        </li>
        {contact && (
          <li>
            {contact.name}{' '}
            {contact.phone && (
              <a className="back" href={`tel:${contact.phone}`}>
                {contact.phone}
              </a>
            )}
          </li>
        )}
      </ul>
    </>
  )
}

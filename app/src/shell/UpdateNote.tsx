/** Says that a newer version of the page is there; the reader decides when. */
import { Trans } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { startServiceWorker } from './serviceWorker.ts'

export function UpdateNote() {
  const [update, setUpdate] = useState<(() => void) | undefined>()
  useEffect(() => {
    startServiceWorker((take) => {
      setUpdate(() => take)
    })
  }, [])
  if (!update) return null
  return (
    <p className="offline" role="status">
      <Trans>새 판이 있습니다. 매긴 점수는 그대로 남습니다.</Trans>{' '}
      <button className="button button--quiet" type="button" onClick={update}>
        <Trans>새 판으로 열기</Trans>
      </button>
    </p>
  )
}

/** Nothing at first, then a still outline; words after two seconds, ways out after ten. */
import { Trans } from '@lingui/react/macro'
import { type ReactNode, useEffect, useState } from 'react'

const marks = [300, 2_000, 10_000]

export function Loading({ progress }: { progress?: ReactNode }) {
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    const timers = marks.map((mark, index) =>
      setTimeout(() => {
        setPassed(index + 1)
      }, mark),
    )
    return () => {
      timers.forEach(clearTimeout)
    }
  }, [])
  if (passed === 0) return <div aria-busy="true" />
  return (
    <div className="outline stack" aria-busy="true" role="status">
      {passed > 1 && <p>{progress ?? <Trans>읽는 중입니다…</Trans>}</p>}
      {passed > 2 && (
        <>
          <p>
            <Trans>이 기기에 저장된 것은 그대로 있습니다.</Trans>
          </p>
          <div className="row">
            <button
              className="button"
              type="button"
              onClick={() => {
                window.location.reload()
              }}
            >
              <Trans>다시 읽기</Trans>
            </button>
            <a className="button button--quiet" href="#/settings">
              <Trans>다른 노드 쓰기</Trans>
            </a>
          </div>
        </>
      )}
    </div>
  )
}

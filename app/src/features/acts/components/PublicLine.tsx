/** What the public log will say, before it is recorded. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import '../acts.css'

export function PublicLine({ children }: { children: ReactNode }) {
  return (
    <div className="public-line">
      <p className="quiet">
        <Trans>공개 장부에 이렇게 남습니다:</Trans>
      </p>
      <div className="strong">{children}</div>
    </div>
  )
}

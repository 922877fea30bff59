/** The plain word stands above; the proof is one tap below. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'

export function Proof({
  children,
  label,
}: {
  children: ReactNode
  label?: ReactNode
}) {
  return (
    <details className="proof">
      <summary>{label ?? <Trans>증거 보기</Trans>}</summary>
      {children}
    </details>
  )
}

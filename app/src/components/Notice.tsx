/** Something people should know before they go on. */
import type { ReactNode } from 'react'

export type NoticeProps = {
  kind?: 'plain' | 'warn' | 'danger'
  /** Read out at once, where something has just gone wrong. */
  isAlert?: boolean
  children: ReactNode
}

export function Notice({ children, isAlert, kind = 'plain' }: NoticeProps) {
  return (
    <div
      className={kind === 'plain' ? 'notice' : `notice notice--${kind}`}
      {...(isAlert ? { role: 'alert' } : {})}
    >
      <div className="stack stack--tight">{children}</div>
    </div>
  )
}

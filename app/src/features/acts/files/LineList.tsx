/** Lines of a table with what is said of each; the first ones, where they are many. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'

const most = 100

export type LineListProps = {
  lines: readonly { line: number; text: ReactNode }[]
}

export function LineList({ lines }: LineListProps) {
  const rest = lines.length - most
  return (
    <ul className="lines">
      {lines.slice(0, most).map(({ line, text }, index) => (
        <li key={index}>
          <span className="strong">
            <Trans>{line}번째 줄</Trans>
          </span>{' '}
          {text}
        </li>
      ))}
      {rest > 0 && (
        <li>
          <Trans>그 밖에 {rest}줄</Trans>
        </li>
      )}
    </ul>
  )
}

/** The first of many numbers in a cell, and how many more there are. */
import { Trans } from '@lingui/react/macro'

const most = 8

export function FirstNumbers({ numbers }: { numbers: readonly number[] }) {
  const rest = numbers.length - most
  return (
    <>
      {numbers.slice(0, most).join(', ')}
      {rest > 0 && (
        <>
          {' '}
          <Trans>그 밖에 {rest}곳</Trans>
        </>
      )}
    </>
  )
}

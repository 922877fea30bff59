/** The bare numbers that a wallet will show, so that they can be compared. */
import { Trans } from '@lingui/react/macro'

export function WalletNumbers({
  list,
  values,
}: {
  list: readonly number[]
  values: readonly number[]
}) {
  return (
    <div className="notice stack stack--tight">
      <p>
        <Trans>지갑에는 이 숫자들이 그대로 나옵니다. 같은지 보세요.</Trans>
      </p>
      <p>
        <code>proposals: {list.join(', ')}</code>
      </p>
      <p>
        <code>values: {values.join(', ')}</code>
      </p>
    </div>
  )
}

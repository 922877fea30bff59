/** Who did it: this wallet, a relayer, or somebody else. */
import { Trans } from '@lingui/react/macro'
import { useActingWallet } from '../../acts/actingWallet.ts'
import type { Doer } from '../api/finishState.ts'

export function DoneBy({ doers }: { doers: readonly Doer[] }) {
  const own = useActingWallet()?.address.toLowerCase()
  if (doers.length === 0) return null
  return (
    <div>
      <p className="quiet">
        <Trans>이 일을 한 곳:</Trans>
      </p>
      <ul className="finish-doers">
        {doers.map(({ address, isRelayer }) => (
          <li key={address}>
            {address.toLowerCase() === own ? (
              <span className="state">
                <Trans>나</Trans>
              </span>
            ) : (
              isRelayer && (
                <span className="state">
                  <Trans>중계자</Trans>
                </span>
              )
            )}{' '}
            <code>{address}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The wallets of this browser to choose from; without one, what else there is. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { type FoundWallet, useWallets } from '../../../keys/wallets.ts'

export type WalletChoiceProps = {
  onChoose: (wallet: FoundWallet) => void
  /** Of the buttons, with the wallet's name after them. */
  label: ReactNode
  /** What to do where there is none. */
  otherwise?: ReactNode
}

export function WalletChoice({
  label,
  onChoose,
  otherwise,
}: WalletChoiceProps) {
  const wallets = useWallets()
  if (wallets.length === 0)
    return (
      <div className="notice stack stack--tight">
        <p className="strong">
          <Trans>지갑이 없습니다.</Trans>
        </p>
        <p>
          <Trans>이 브라우저에서 지갑을 찾지 못했습니다.</Trans>
        </p>
        {otherwise}
      </div>
    )
  return (
    <ul className="plain-list row">
      {wallets.map((wallet) => (
        <li key={wallet.id}>
          <button
            className="button"
            type="button"
            onClick={() => {
              onChoose(wallet)
            }}
          >
            <span>
              {label}: {wallet.name}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

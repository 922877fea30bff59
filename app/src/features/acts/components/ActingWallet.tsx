/** With which wallet somebody acts, and whether it is the one that may. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Address } from 'viem'
import { KeyTrouble } from '../wallet/KeyTrouble.tsx'
import { WalletChoice } from '../wallet/WalletChoice.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'
import { keepActing, useActingWallet } from '../actingWallet.ts'

export type ActingWalletProps = {
  /** The only one that may; anyone where there is none. */
  holder?: Address | undefined
}

export function ActingWallet({ holder }: ActingWalletProps) {
  const acting = useActingWallet()
  if (!acting) return <Choose />
  const isHolder =
    !holder || holder.toLowerCase() === acting.address.toLowerCase()
  return (
    <div className="stack stack--tight acting-wallet">
      <p className="row">
        <span>
          <Trans>이 지갑으로 합니다:</Trans> <code>{acting.address}</code>
        </span>
        <button
          className="button button--quiet"
          type="button"
          onClick={() => {
            keepActing(undefined)
          }}
        >
          <Trans>다른 지갑</Trans>
        </button>
      </p>
      {!acting.found && (
        <p className="notice notice--warn">
          <Trans>
            이 브라우저에서 그 지갑이 아직 대답하지 않습니다. 지갑 확장
            프로그램을 켜거나 다른 지갑을 고르세요.
          </Trans>
        </p>
      )}
      {!isHolder && (
        <p className="notice notice--warn">
          <Trans>
            이 지갑은 담당이 아니어서 계약이 받지 않습니다. 담당 지갑:{' '}
            <code>{holder}</code>
          </Trans>
        </p>
      )}
    </div>
  )
}

function Choose() {
  const config = useConfig()
  const [error, setError] = useState<unknown>()
  const [wallet, setWallet] = useState<FoundWallet>()
  async function choose(chosen: FoundWallet) {
    setWallet(chosen)
    setError(undefined)
    try {
      const { connectWallet } =
        await import('../../../keys/walletConnection.ts')
      const { address } = await connectWallet(chosen, config)
      keepActing({ wallet: chosen.id, address })
    } catch (thrown) {
      setError(thrown)
    }
  }
  return (
    <div className="stack stack--tight">
      {error !== undefined && (
        <KeyTrouble
          error={error}
          wallet={wallet}
          onSwitched={() => {
            if (wallet) void choose(wallet)
          }}
        />
      )}
      <WalletChoice
        label={<Trans>지갑 연결</Trans>}
        onChoose={(chosen) => void choose(chosen)}
        otherwise={
          <p>
            <Trans>
              지갑 확장 프로그램을 설치하거나, 지갑 앱 안의 브라우저로 이 주소를
              여세요.
            </Trans>
          </p>
        }
      />
    </div>
  )
}

/** Helps a wallet that is on another chain to come over. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useConfig } from '../../../config/useConfig.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'

export type SwitchNetworkProps = {
  wallet?: FoundWallet | undefined
  onSwitched?: (() => void) | undefined
}

export function SwitchNetwork({ onSwitched, wallet }: SwitchNetworkProps) {
  const config = useConfig()
  const [hasFailed, setFailed] = useState(false)
  async function change(chosen: FoundWallet) {
    setFailed(false)
    try {
      const { switchWallet } = await import('../../../keys/walletConnection.ts')
      await switchWallet(chosen, config)
      onSwitched?.()
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <p className="strong">
        <Trans>지갑의 네트워크가 다릅니다.</Trans>
      </p>
      {hasFailed && (
        <p>
          <Trans>
            바꾸지 못했습니다. 지갑 앱에서 네트워크 번호 {config.chainId}번으로
            바꾸고 다시 누르세요.
          </Trans>
        </p>
      )}
      {wallet && (
        <p>
          <button
            className="button"
            type="button"
            onClick={() => {
              void change(wallet)
            }}
          >
            <Trans>네트워크 바꾸기</Trans>
          </button>
        </p>
      )}
    </>
  )
}

/** A proposal that was handed in on another device: found by its key. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import { WalletChoice } from '../../acts/wallet/WalletChoice.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import { canUsePasskeys } from '../../../keys/browser.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'
import { useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { BaseError } from '../../../../../protocol/errors.ts'

export function FindMine() {
  const config = useConfig()
  const node = useNode()
  const { round } = useRound()
  const [error, setError] = useState<unknown>()
  const [wallet, setWallet] = useState<FoundWallet>()
  async function find(chosen?: FoundWallet) {
    setWallet(chosen)
    setError(undefined)
    try {
      const found = await import('../api/findMine.ts')
      const place = { config, node, round }
      if (chosen) await found.findByWallet(place, chosen)
      else await found.findByPasskey(place)
    } catch (thrown) {
      setError(thrown)
    }
  }
  const isUnknown =
    error instanceof BaseError && error.name === 'ProposalNotFoundError'
  return (
    <details className="proof">
      <summary>
        <Trans>다른 기기에서 낸 제안 찾기</Trans>
      </summary>
      <div className="stack">
        {config.passkeyVerifier && canUsePasskeys() && (
          <p>
            <button
              className="button"
              type="button"
              onClick={() => void find()}
            >
              <Trans>지문·얼굴로 찾기</Trans>
            </button>
          </p>
        )}
        <WalletChoice
          label={<Trans>이 지갑으로 찾기</Trans>}
          onChoose={(chosen) => void find(chosen)}
        />
        {error !== undefined && (
          <KeyTrouble
            error={error}
            wallet={wallet}
            onSwitched={() => void find(wallet)}
          >
            {isUnknown ? (
              <p className="strong">
                <Trans>이 열쇠로 낸 제안이 이 회차에 없습니다.</Trans>
              </p>
            ) : undefined}
          </KeyTrouble>
        )}
      </div>
    </details>
  )
}

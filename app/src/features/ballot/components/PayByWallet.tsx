/** Sends a packed ballot from any wallet, which pays: anyone may, for anyone. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { type Address, type Hex, hexToBytes } from 'viem'
import { WalletChoice } from '../../acts/wallet/WalletChoice.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'
import { BaseError } from '../../../../../protocol/errors.ts'
import { useNode } from '../../../queries/useNode.ts'
import { useAskAgain } from '../api/useStanding.ts'
import { SendTrouble } from './SendTrouble.tsx'

export type PayByWalletProps = {
  round: Address
  batch: Hex
  onSent: () => void
}

export function PayByWallet({ batch, onSent, round }: PayByWalletProps) {
  const config = useConfig()
  const node = useNode()
  const askAgain = useAskAgain()
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle')
  const [error, setError] = useState<unknown>()
  const [wallet, setWallet] = useState<FoundWallet>()
  async function send(chosen: FoundWallet) {
    if (state === 'busy') return
    setWallet(chosen)
    setError(undefined)
    setState('busy')
    try {
      const [{ writeByWallet }, { castBallots }] = await Promise.all([
        import('../../acts/writeByWallet.ts'),
        import('../../../../../chain/castBallots.ts'),
      ])
      const client = await writeByWallet(node, chosen, config)
      const cast = await castBallots(client, {
        round,
        batch: hexToBytes(batch),
      })
      if (cast.ballots === 0) throw new BallotSkippedError()
      onSent()
      await askAgain()
      setState('done')
    } catch (thrown) {
      setError(thrown)
      setState('idle')
    }
  }
  return (
    <div className="stack stack--tight">
      <p>
        <Trans>
          지갑이 수수료를 냅니다. 지문 열쇠로는 낼 수 없어 지갑이 따로 있어야
          합니다.
        </Trans>
      </p>
      {error !== undefined && (
        <SendTrouble
          error={error}
          wallet={wallet}
          onSwitched={() => {
            if (wallet) void send(wallet)
          }}
        />
      )}
      <p role="status">
        {state === 'busy' && <Trans>지갑의 확인 창을 봐 주세요…</Trans>}
        {state === 'done' && <Trans>보냈습니다. 공개 장부를 봅니다…</Trans>}
      </p>
      <WalletChoice
        label={<Trans>이 지갑으로 보내기</Trans>}
        onChoose={(chosen) => void send(chosen)}
        otherwise={
          <p>
            <Trans>그러면 봉인한 파일을 남에게 부탁하세요.</Trans>
          </p>
        }
      />
    </div>
  )
}

class BallotSkippedError extends BaseError {
  override name = 'BallotSkippedError'

  constructor() {
    super('The round skipped the ballot.')
  }
}

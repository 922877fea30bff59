/** A promise that was not kept: how to have it stand against the relayer. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { fileNameOf } from '../../../ballots/ballotFile.ts'
import type { KeptBallot } from '../../../ballots/keptBallots.ts'
import { saveJson } from '../../../components/saveFile.ts'
import { WalletChoice } from '../../acts/wallet/WalletChoice.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'
import { useNode } from '../../../queries/useNode.ts'
import { SendTrouble } from './SendTrouble.tsx'

export type OverdueProps = { ballot: KeptBallot; lastVersion: number }

export function Overdue({ ballot }: OverdueProps) {
  const config = useConfig()
  const node = useNode()
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle')
  const [error, setError] = useState<unknown>()
  async function report(wallet: FoundWallet) {
    if (state === 'busy') return
    setState('busy')
    setError(undefined)
    try {
      const [{ writeByWallet }, { challengeReceipt }, { parseReceiptFile }] =
        await Promise.all([
          import('../../acts/writeByWallet.ts'),
          import('../../../../../chain/challengeReceipt.ts'),
          import('../../../../../protocol/receipt/receiptFile.ts'),
        ])
      const signed = parseReceiptFile(ballot.receipt)
      await challengeReceipt(await writeByWallet(node, wallet, config), signed)
      setState('done')
    } catch (thrown) {
      setError(thrown)
      setState('idle')
    }
  }
  return (
    <section className="stack stack--tight">
      <h2>
        <Trans>어긴 약속 알리기</Trans>
      </h2>
      <p>
        <Trans>
          접수증은 중계자가 서명한 약속입니다. 누구나 이것으로 공개 장부에 어긴
          일을 남길 수 있습니다. 먼저 심사표부터 아래의 다른 방법으로 보내세요.
        </Trans>
      </p>
      {error !== undefined && <SendTrouble error={error} />}
      <p role="status">
        {state === 'done' && <Trans>공개 장부에 남겼습니다.</Trans>}
      </p>
      <p>
        <button
          className="button"
          type="button"
          onClick={() => {
            saveJson(fileNameOf('dure-receipt', ballot), ballot.receipt)
          }}
        >
          <Trans>접수증 파일 저장</Trans>
        </button>
      </p>
      <p>
        <Trans>이 파일을 담당자에게 주거나, 지갑이 있으면 직접 남기세요.</Trans>{' '}
        <code>dure challenge</code>
      </p>
      {state !== 'done' && (
        <WalletChoice
          label={<Trans>이 지갑으로 알리기</Trans>}
          onChoose={(wallet) => void report(wallet)}
        />
      )}
    </section>
  )
}

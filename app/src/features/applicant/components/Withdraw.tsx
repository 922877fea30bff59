/** Withdraws a proposal by its key's signature, after a question. */
import { Trans } from '@lingui/react/macro'
import { useId, useRef } from 'react'
import { getProposal } from '../../../../../chain/getProposals.ts'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'
import type { ListedProposal } from '../../../queries/proposals.ts'
import { useNode } from '../../../queries/useNode.ts'
import { useActingWallet } from '../../acts/actingWallet.ts'
import { PublicLine } from '../../acts/components/PublicLine.tsx'
import { SignWith } from '../../acts/signed/SignWith.tsx'
import { useHandIn } from '../../acts/signed/useHandIn.ts'

export type WithdrawProps = { heldKey: HeldKey; proposal: ListedProposal }

export function Withdraw({ heldKey, proposal }: WithdrawProps) {
  const node = useNode()
  const title = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const acting = useActingWallet()
  const { error, sign, step } = useHandIn()
  const { number, ordinal } = proposal
  async function withdraw(wallet?: FoundWallet) {
    const { key, round } = heldKey
    const signed = await sign(async () => {
      const { version } = await getProposal(node, { round, key })
      const message = { version: version + 1 }
      return { key: heldKey, wallet, contents: { type: 'Withdrawal', message } }
    })
    if (signed) dialog.current?.close()
  }
  return (
    <>
      <p>
        <button
          className="button button--danger"
          type="button"
          onClick={() => dialog.current?.showModal()}
        >
          <Trans>철회하기</Trans>
        </button>
      </p>
      <dialog ref={dialog} className="withdraw" aria-labelledby={title}>
        <div className="stack">
          <h3 id={title}>
            <Trans>이 제안을 철회할까요?</Trans>
          </h3>
          <p>
            {number > 0 ? (
              <Trans>
                {number}번은 그대로 남지만 선정될 수 없게 됩니다. 되돌릴 수
                없습니다.
              </Trans>
            ) : (
              <Trans>
                심사에 오르지 않게 됩니다. 모집이 끝나기 전이면 다시 낼 수
                있습니다. 글은 기록에 남습니다.
              </Trans>
            )}
          </p>
          <PublicLine>
            <p>
              <Trans>접수 {ordinal}번 제안이 철회되었습니다.</Trans>
            </p>
          </PublicLine>
          {error !== undefined && step === 'idle' && (
            <KeyTrouble error={error} wallet={acting?.found} />
          )}
          <SignWith
            heldKey={heldKey}
            label={<Trans>철회하기</Trans>}
            step={step}
            onSign={(wallet) => void withdraw(wallet)}
          />
          <p>
            <button
              className="button"
              type="button"
              onClick={() => dialog.current?.close()}
            >
              <Trans>그대로 두기</Trans>
            </button>
          </p>
        </div>
      </dialog>
    </>
  )
}

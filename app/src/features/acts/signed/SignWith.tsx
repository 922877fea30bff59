/** The one button that has a key sign: a passkey at once, a wallet after it was chosen. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'
import { useActingWallet } from '../actingWallet.ts'
import { ActingWallet } from '../components/ActingWallet.tsx'
import type { HandingIn } from './useHandIn.ts'

export type SignWithProps = {
  heldKey: HeldKey
  label: ReactNode
  step: HandingIn['step']
  onSign: (wallet?: FoundWallet) => void
}

export function SignWith({ heldKey, label, onSign, step }: SignWithProps) {
  const acting = useActingWallet()
  const isWallet = heldKey.kind === 'wallet'
  return (
    <div className="stack stack--tight">
      {isWallet && <ActingWallet holder={heldKey.key} />}
      {(!isWallet || acting) && (
        <p>
          <button
            className="button button--main"
            type="button"
            aria-busy={step !== 'idle'}
            onClick={() => {
              onSign(isWallet ? acting?.found : undefined)
            }}
          >
            {label}
          </button>
        </p>
      )}
      <SigningStep step={step} isWallet={isWallet} />
    </div>
  )
}

type SigningStepProps = { step: HandingIn['step']; isWallet: boolean }

export function SigningStep({ isWallet, step }: SigningStepProps) {
  return (
    <p role="status">
      {step === 'sending' && <Trans>보내는 중…</Trans>}
      {step === 'signing' &&
        (isWallet ? (
          <Trans>지갑의 확인 창을 봐 주세요…</Trans>
        ) : (
          <Trans>휴대폰의 확인 창을 봐 주세요…</Trans>
        ))}
    </p>
  )
}

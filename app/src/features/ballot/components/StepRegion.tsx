/** The one polite live region of sending: waiting for you, sending, received. */
import { Trans } from '@lingui/react/macro'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import type { SendStep } from '../api/useSend.ts'

export function StepRegion({
  kind,
  step,
}: {
  step: SendStep
  kind: HeldKey['kind']
}) {
  return (
    <p role="status" className="strong">
      {step === 'waiting' && kind === 'passkey' && (
        <Trans>휴대폰의 확인 창을 봐 주세요. 기다리고 있습니다…</Trans>
      )}
      {step === 'waiting' && kind === 'wallet' && (
        <Trans>지갑의 확인 창을 봐 주세요. 기다리고 있습니다…</Trans>
      )}
      {step === 'waiting' && kind === 'demo' && <Trans>봉인하는 중…</Trans>}
      {step === 'sending' && <Trans>보내는 중…</Trans>}
      {step === 'done' && <Trans>접수되었습니다.</Trans>}
    </p>
  )
}

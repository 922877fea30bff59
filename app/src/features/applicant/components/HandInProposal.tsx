/** The key of the proposal signs: the one that it has, a new passkey, or a wallet. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { type Address, isAddressEqual } from 'viem'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import type { MadeDocument } from '../../../documents/newDocument.ts'
import { say } from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { noSeat, useApplicantKeys } from '../../../keys/applicantKeys.ts'
import { canUsePasskeys } from '../../../keys/browser.ts'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'
import { useRound } from '../../../queries/round.ts'
import { useActingWallet } from '../../acts/actingWallet.ts'
import { SigningStep, SignWith } from '../../acts/signed/SignWith.tsx'
import { useHandIn } from '../../acts/signed/useHandIn.ts'
import type { Draft } from '../api/draft.ts'
import { useBounds } from '../api/useBounds.ts'
import { type ToSubmit, useNewPasskey, useSubmit } from '../api/useSubmit.ts'
import { WhichProposal } from './WhichProposal.tsx'

export type HandInProposalProps = {
  draft: Draft
  document: MadeDocument
  ask: bigint
  onSigned: () => void
}

export function HandInProposal(props: HandInProposalProps) {
  const { onSigned, ...rest } = props
  const { draft } = rest
  const { chainId } = useConfig()
  const { round } = useRound()
  const handing = useHandIn()
  const submit = useSubmit(handing)
  const acting = useActingWallet()
  const held = useApplicantKeys(chainId, round)
  const own = held.find(({ key }) => key.toLowerCase() === draft.replaces)
  async function sign(key: ToSubmit['key'], wallet?: FoundWallet) {
    if (await submit({ ...rest, key, wallet })) onSigned()
  }
  const signedBy = (key: HeldKey) => (
    <>
      <WhichProposal heldKey={key} />
      <SignWith
        heldKey={key}
        label={<Trans>제안 제출하기</Trans>}
        step={handing.step}
        onSign={(wallet) => void sign(() => key, wallet)}
      />
    </>
  )
  const wallet: HeldKey = {
    ...{ chainId, round, kind: 'wallet', reviewer: noSeat },
    key: acting?.address ?? '0x',
  }
  return (
    <div className="stack">
      {handing.error !== undefined && handing.step === 'idle' && (
        <KeyTrouble error={handing.error} wallet={acting?.found} />
      )}
      {own ? (
        signedBy(own)
      ) : (
        <NewKey
          step={handing.step}
          onMake={(make) => void sign(make)}
          byWallet={signedBy(wallet)}
        />
      )}
    </div>
  )
}

type NewKeyProps = {
  step: Parameters<typeof SigningStep>[0]['step']
  onMake: (make: () => Promise<HeldKey>) => void
  byWallet: ReactNode
}

function NewKey({ byWallet, onMake, step }: NewKeyProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const { roundText } = useBounds()
  const makePasskey = useNewPasskey()
  const name = say(roundText.name, language)
  const label = t`두레 제안 ${name}`
  if (!usePasskeysHere()) return byWallet
  return (
    <>
      <p>
        <Trans>
          지문이나 얼굴로 냅니다. 그 열쇠가 있어야 고치거나 철회할 수 있습니다.
        </Trans>
      </p>
      <p>
        <button
          className="button button--main"
          type="button"
          aria-busy={step !== 'idle'}
          onClick={() => {
            onMake(() => makePasskey(label))
          }}
        >
          <Trans>지문·얼굴로 제출하기</Trans>
        </button>
      </p>
      <SigningStep step={step} isWallet={false} />
      <details>
        <summary>
          <Trans>지갑으로 제출하기</Trans>
        </summary>
        {byWallet}
      </details>
    </>
  )
}

/** The round must list the verifier, and the browser must have passkeys. */
function usePasskeysHere(): boolean {
  const { passkeyVerifier } = useConfig()
  const { verifiers } = useRound().rules
  const isListed = (verifier: Address) =>
    verifiers.some((one) => isAddressEqual(one, verifier))
  return (
    passkeyVerifier !== undefined &&
    isListed(passkeyVerifier) &&
    canUsePasskeys()
  )
}

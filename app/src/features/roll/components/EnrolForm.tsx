/** What will happen and when, and the two ways to enrol. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { isAddressEqual } from 'viem'
import { Page } from '../../../components/Page.tsx'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import { WalletChoice } from '../../acts/wallet/WalletChoice.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import { canUsePasskeys } from '../../../keys/browser.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'
import type { Round } from '../../../queries/round.ts'
import type { FoundTicket } from '../../../relayer/tickets.ts'
import { type EnrolStep, type EnrolWith, useEnrol } from '../api/useEnrol.ts'
import { useIsPublished, useNames } from '../api/useTicket.ts'
import { EnrolmentOver } from './TicketStates.tsx'
import { ThreeSteps } from './ThreeSteps.tsx'

export type EnrolFormProps = {
  code: string
  ticket: FoundTicket
  round: Round
  onEnrolled: () => void
}

export function EnrolForm({ round, ticket, ...rest }: EnrolFormProps) {
  const { t } = useLingui()
  const names = useNames(round, ticket)
  const isPublished = useIsPublished(round)
  if (round.phase !== 'roll') return <EnrolmentOver round={round} />
  const title = names.community
    ? t`${names.community} 심사 참여권`
    : t`심사 참여권`
  return (
    <Page title={title} isText>
      {names.round && <p className="lead">{names.round}</p>}
      <ThreeSteps times={round.rules.times} />
      <p>
        <Trans>돈은 들지 않습니다. 이름과 전화번호는 공개되지 않습니다.</Trans>
      </p>
      {isPublished.data && (
        <p className="notice notice--warn">
          <Trans>
            명부가 이미 공개되었습니다. 다시 발급받은 참여권으로만 등록할 수
            있습니다.
          </Trans>
        </p>
      )}
      <Ways round={round} ticket={ticket} {...rest} />
      <p>
        <Trans>참여권 한 장은 한 사람 것입니다. 대신 등록하지 마세요.</Trans>
      </p>
    </Page>
  )
}

function Ways({ code, onEnrolled, round, ticket }: EnrolFormProps) {
  const { t } = useLingui()
  const { enrol, error, hasKey, step } = useEnrol(code, ticket)
  const hasPasskeys = usePasskeysOf(round)
  const [by, setBy] = useState<EnrolWith>()
  async function go(chosen: EnrolWith) {
    setBy(chosen)
    if (await enrol(chosen)) onEnrolled()
  }
  const isBusy = step !== 'idle'
  const wallet = by?.kind === 'wallet' ? by.wallet : undefined
  const label = t`두레 심사자 ${ticket.reviewer}번`
  return (
    <div className="stack">
      {error !== undefined && !isBusy && (
        <KeyTrouble
          error={error}
          wallet={wallet}
          onSwitched={() => {
            if (by) void go(by)
          }}
        />
      )}
      <Step step={step} isWallet={by?.kind === 'wallet'} />
      {hasPasskeys ? (
        <div className="stack stack--tight">
          <p>
            <button
              className="button button--main"
              type="button"
              aria-busy={isBusy}
              onClick={() => void go({ kind: 'passkey', label })}
            >
              {hasKey && by?.kind === 'passkey' ? (
                <Trans>한 번 더 확인하기</Trans>
              ) : (
                <Trans>지문·얼굴로 등록하기</Trans>
              )}
            </button>
          </p>
          <p className="quiet">
            <Trans>
              화면 잠금 번호도 됩니다. 확인 창이 두 번 뜹니다: 열쇠를 만들 때 한
              번, 등록할 때 한 번.
            </Trans>
          </p>
        </div>
      ) : (
        <p className="notice notice--warn">
          <Trans>
            이 브라우저에서는 지문·얼굴로 등록할 수 없습니다. 휴대폰의 기본
            브라우저로 열거나 지갑으로 등록하세요.
          </Trans>
        </p>
      )}
      <WithWallet
        isOpen={!hasPasskeys}
        onChoose={(chosen) => void go({ kind: 'wallet', wallet: chosen })}
      />
    </div>
  )
}

function WithWallet({
  isOpen,
  onChoose,
}: {
  isOpen: boolean
  onChoose: (wallet: FoundWallet) => void
}) {
  return (
    <details className="proof" open={isOpen}>
      <summary>
        <Trans>지갑으로 등록하기</Trans>
      </summary>
      <div className="stack stack--tight">
        <p>
          <Trans>
            지갑 주소는 명부에 공개됩니다. 다른 곳에 쓴 적이 없는 새 계정이
            좋습니다. 수수료는 없습니다.
          </Trans>
        </p>
        <WalletChoice
          label={<Trans>이 지갑으로 등록</Trans>}
          onChoose={onChoose}
          otherwise={
            <p>
              <Trans>위의 지문·얼굴로 등록하는 것이 쉽습니다.</Trans>
            </p>
          }
        />
      </div>
    </details>
  )
}

function Step({ isWallet, step }: { step: EnrolStep; isWallet: boolean }) {
  return (
    <p role="status" className="strong">
      {step === 'making' && !isWallet && (
        <Trans>휴대폰의 확인 창을 봐 주세요 (1/2)</Trans>
      )}
      {step === 'confirming' && !isWallet && (
        <Trans>휴대폰의 확인 창을 한 번 더 봐 주세요 (2/2)</Trans>
      )}
      {(step === 'making' || step === 'confirming') && isWallet && (
        <Trans>지갑의 확인 창을 봐 주세요</Trans>
      )}
      {step === 'sending' && <Trans>등록하는 중…</Trans>}
    </p>
  )
}

/** The round must list the verifier, and the browser must have passkeys. */
function usePasskeysOf({ rules }: Round): boolean {
  const { passkeyVerifier } = useConfig()
  const isListed =
    passkeyVerifier !== undefined &&
    rules.verifiers.some((one) => isAddressEqual(one, passkeyVerifier))
  return isListed && canUsePasskeys()
}

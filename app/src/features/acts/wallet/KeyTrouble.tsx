/** What went wrong when a key was asked, in plain words, with the next step. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { RefusedError } from '../../../../../chain/refusedError.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import {
  PasskeyForeignError,
  PasskeyUnavailableError,
  SigningCancelledError,
  WalletAccountError,
  WalletElsewhereError,
} from '../../../keys/errors.ts'
import type { FoundWallet } from '../../../keys/wallets.ts'
import {
  RelayerRefusedError,
  RelayerUnreachableError,
} from '../../../relayer/refusal.ts'
import { BaseError } from '../../../../../protocol/errors.ts'
import { SwitchNetwork } from './SwitchNetwork.tsx'

export type KeyTroubleProps = {
  error: unknown
  wallet?: FoundWallet | undefined
  onSwitched?: (() => void) | undefined
  /** Words of the caller, where it knows the error better. */
  children?: ReactNode
}

export function KeyTrouble({ children, error, ...rest }: KeyTroubleProps) {
  const isCancelled = error instanceof SigningCancelledError
  return (
    <div
      className={`notice notice--${isCancelled ? 'warn' : 'danger'} stack stack--tight`}
      role="alert"
      tabIndex={-1}
    >
      {children ?? <Words error={error} {...rest} />}
      <details>
        <summary>
          <Trans>문의할 때 읽어 줄 내용</Trans>
        </summary>
        <code>{describe(error)}</code>
      </details>
    </div>
  )
}

function Words({ error, onSwitched, wallet }: KeyTroubleProps) {
  const language = useLanguage()
  if (error instanceof SigningCancelledError) return <Cancelled />
  if (error instanceof WalletElsewhereError)
    return <SwitchNetwork wallet={wallet} onSwitched={onSwitched} />
  if (error instanceof WalletAccountError)
    return <OtherAccount expected={error.expected} />
  if (error instanceof RelayerRefusedError)
    return <p className="strong">{error.words[language]}</p>
  if (error instanceof RelayerUnreachableError) return <Unreachable />
  if (error instanceof PasskeyUnavailableError) return <NoPasskeys />
  if (error instanceof PasskeyForeignError) return <ForeignPasskey />
  if (error instanceof RefusedError) return <Refused name={error.errorName} />
  return (
    <p className="strong">
      <Trans>하지 못했습니다. 잠시 뒤에 다시 해 보세요.</Trans>
    </p>
  )
}

function Cancelled() {
  return (
    <>
      <p className="strong">
        <Trans>취소했습니다. 보낸 것은 없습니다.</Trans>
      </p>
      <p>
        <Trans>
          다시 누르면 확인 창이 다시 뜹니다. 이 기기에 열쇠가 없다고 나오면{' '}
          <Link to="/me">내 열쇠 찾기</Link>를 해 보세요.
        </Trans>
      </p>
    </>
  )
}

function OtherAccount({ expected }: { expected: string }) {
  return (
    <>
      <p className="strong">
        <Trans>지갑에 다른 계정이 골라져 있습니다.</Trans>
      </p>
      <p>
        <Trans>지갑에서 이 계정으로 바꾼 뒤 다시 누르세요.</Trans>{' '}
        <code>{expected}</code>
      </p>
    </>
  )
}

function Unreachable() {
  const { contact } = useConfig()
  return (
    <>
      <p className="strong">
        <Trans>중계자에 닿지 않습니다.</Trans>
      </p>
      <p>
        <Trans>인터넷 연결을 살핀 뒤 잠시 뒤에 다시 해 보세요.</Trans>{' '}
        {contact?.phone}
      </p>
    </>
  )
}

function NoPasskeys() {
  return (
    <p className="strong">
      <Trans>
        이 브라우저에서는 지문·얼굴을 쓸 수 없습니다. 화면 잠금을 켜거나 다른
        브라우저로 열어 보세요.
      </Trans>
    </p>
  )
}

function ForeignPasskey() {
  return (
    <p className="strong">
      <Trans>고른 열쇠는 심사용 열쇠가 아닙니다. 다른 것을 골라 보세요.</Trans>
    </p>
  )
}

function Refused({ name }: { name: string }) {
  switch (name) {
    case 'Round_WrongPhase':
      return (
        <p className="strong">
          <Trans>지금은 심사 기간이 아니어서 받지 않습니다.</Trans>
        </p>
      )
    case 'Round_NotOnRoll':
      return (
        <p className="strong">
          <Trans>명부에 없는 심사자입니다.</Trans>
        </p>
      )
    case 'Round_BadSignature':
      return (
        <p className="strong">
          <Trans>명부에 있는 열쇠와 다른 열쇠로 확인했습니다.</Trans>
        </p>
      )
    case 'Round_BallotSuperseded':
      return (
        <p className="strong">
          <Trans>더 나중 심사표가 이미 기록되어 있습니다.</Trans>
        </p>
      )
    case 'Round_BallotLimit':
      return (
        <p className="strong">
          <Trans>규칙이 정한 횟수만큼 이미 보냈습니다.</Trans>
        </p>
      )
    case 'Receipts_AlreadyRecorded':
      return (
        <p className="strong">
          <Trans>이 약속을 어긴 일은 이미 공개 장부에 있습니다.</Trans>
        </p>
      )
    case 'Receipts_PromiseKept':
    case 'Receipts_BallotReplaced':
      return (
        <p className="strong">
          <Trans>심사표가 기록되어 있어서 어긴 약속이 아닙니다.</Trans>
        </p>
      )
    case 'Receipts_NotDue':
      return (
        <p className="strong">
          <Trans>
            공개 장부의 시각으로는 아직 약속한 때가 지나지 않았습니다.
          </Trans>
        </p>
      )
    default:
      return (
        <p className="strong">
          <Trans>공개 장부가 받지 않았습니다.</Trans>
        </p>
      )
  }
}

function describe(error: unknown): string {
  if (error instanceof RelayerRefusedError) return error.error
  if (error instanceof BaseError) return `${error.name}: ${error.shortMessage}`
  if (error instanceof Error) return `${error.name}: ${error.message}`
  return String(error)
}

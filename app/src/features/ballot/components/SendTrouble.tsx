/** Why a ballot could not be made or handed in, with what to do. */
import { Trans } from '@lingui/react/macro'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import type { FoundWallet } from '../../../keys/wallets.ts'

export type SendTroubleProps = {
  error: unknown
  wallet?: FoundWallet | undefined
  onSwitched?: () => void
}

export function SendTrouble({ error, ...rest }: SendTroubleProps) {
  const name = error instanceof Error ? error.name : ''
  switch (name) {
    case 'NoVersionLeftError':
      return (
        <KeyTrouble error={error}>
          <p className="strong">
            <Trans>규칙이 정한 횟수만큼 이미 보냈습니다.</Trans>
          </p>
        </KeyTrouble>
      )
    case 'NotKeptError':
      return (
        <KeyTrouble error={error}>
          <p className="strong">
            <Trans>
              이 브라우저는 아무것도 저장하지 않아서 보내지 않았습니다. 보통
              창에서 다시 여세요.
            </Trans>
          </p>
        </KeyTrouble>
      )
    case 'SendingElsewhereError':
      return (
        <KeyTrouble error={error}>
          <p className="strong">
            <Trans>다른 창에서 보내는 중입니다.</Trans>
          </p>
        </KeyTrouble>
      )
    case 'ReceiptWrongError':
      return (
        <KeyTrouble error={error}>
          <p className="strong">
            <Trans>
              중계자의 접수증이 맞지 않습니다. 기록되는지 지켜보고, 안 되면 다른
              방법으로 보내세요.
            </Trans>
          </p>
        </KeyTrouble>
      )
    case 'RelayerUnreachableError':
      return (
        <KeyTrouble error={error}>
          <p className="strong">
            <Trans>지금은 접수할 수 없습니다.</Trans>
          </p>
          <p>
            <Trans>
              심사표는 봉인해서 이 기기에 두었습니다. 다시 보내거나 아래의 다른
              방법으로 보내세요.
            </Trans>
          </p>
        </KeyTrouble>
      )
    default:
      return <KeyTrouble error={error} {...rest} />
  }
}

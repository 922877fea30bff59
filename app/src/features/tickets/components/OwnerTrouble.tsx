/** Why an owner's signature for a Safe did not do, and what would. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import {
  MoreOwnersError,
  NotOwnerError,
  NotSafeError,
} from '../../../keys/safeOwner.ts'
import { SlipError } from '../../../relayer/signInSlip.ts'
import { useActingWallet } from '../../acts/actingWallet.ts'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'

export function OwnerTrouble({ error }: { error: unknown }) {
  const wallet = useActingWallet()
  const words = wordsOf(error)
  return (
    <KeyTrouble error={error} wallet={wallet?.found}>
      {words && <p className="strong">{words}</p>}
    </KeyTrouble>
  )
}

function wordsOf(error: unknown): ReactNode {
  if (error instanceof NotOwnerError)
    return (
      <Trans>
        이 지갑은 그 Safe의 소유자가 아닙니다. 소유자의 지갑으로 바꾸세요.
      </Trans>
    )
  if (error instanceof NotSafeError)
    return (
      <Trans>
        이 계약 지갑은 Safe가 아니어서 여기서 서명을 모을 수 없습니다. 그 지갑을
        계정으로 보여 주는 지갑을 연결하거나, 명부 담당을 한 사람의 지갑으로
        넘기세요.
      </Trans>
    )
  if (error instanceof MoreOwnersError)
    return (
      <Trans>
        이 서명으로는 모자랍니다. 소유자가 더 서명해야 하는 Safe입니다. Safe를
        계정으로 보여 주는 지갑으로 서명하거나, 명부 담당을 한 사람의 지갑으로
        넘기세요.
      </Trans>
    )
  if (error instanceof SlipError) return <SlipWords fault={error.fault} />
  return undefined
}

function SlipWords({ fault }: Pick<SlipError, 'fault'>) {
  switch (fault) {
    case 'unreadable':
      return <Trans>받은 글이 아닙니다. 글 전체를 그대로 붙여 넣으세요.</Trans>
    case 'elsewhere':
      return (
        <Trans>
          다른 페이지나 다른 지갑에 들어가는 글입니다. 서명하지 마세요. 누가
          보냈는지 확인하세요.
        </Trans>
      )
    case 'late':
      return <Trans>때가 지난 글입니다. 처음부터 다시 서명하세요.</Trans>
  }
}

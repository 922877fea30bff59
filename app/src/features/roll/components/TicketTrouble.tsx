/** A ticket that cannot be looked up: mistyped, unknown, or nobody answers. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Page } from '../../../components/Page.tsx'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import { RelayerRefusedError } from '../../../relayer/refusal.ts'
import { TicketEntry } from './TicketEntry.tsx'
import { Call } from './TicketStates.tsx'

export function TicketTrouble({
  error,
  onRetry,
}: {
  error: unknown
  onRetry: () => void
}) {
  const { t } = useLingui()
  const isRefused = error instanceof RelayerRefusedError && error.status < 429
  return (
    <Page
      title={
        isRefused
          ? t`참여권을 알아볼 수 없습니다`
          : t`참여권을 확인하지 못했습니다`
      }
      isText
    >
      <KeyTrouble error={error} />
      {isRefused ? (
        <TicketEntry />
      ) : (
        <p>
          <button
            className="button button--main"
            type="button"
            onClick={onRetry}
          >
            <Trans>다시 해 보기</Trans>
          </button>
        </p>
      )}
      <Call>
        <Trans>안 되면 전화해 주세요:</Trans>
      </Call>
    </Page>
  )
}

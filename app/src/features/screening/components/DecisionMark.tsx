/** What was decided of a proposal on this device, and is not recorded yet. */
import { Trans } from '@lingui/react/macro'
import type { SortedDecision } from '../api/sortDecisions.ts'

export type DecisionMarkProps = { decided: SortedDecision | undefined }

export function DecisionMark({ decided }: DecisionMarkProps) {
  switch (decided?.state) {
    case 'ready':
      return (
        <span className="state state--good">
          {decided.decision.accepted ? (
            <Trans>적격으로 기록할 것</Trans>
          ) : (
            <Trans>부적격으로 기록할 것</Trans>
          )}
        </span>
      )
    case 'open':
      return decided.decision.accepted === false ? (
        <span className="state state--bad">
          <Trans>이유 없음</Trans>
        </span>
      ) : null
    case 'replaced':
      return (
        <span className="state state--bad">
          <Trans>새 판이 있습니다</Trans>
        </span>
      )
    case 'recorded':
    case 'elsewhere':
    case 'withdrawn':
    case undefined:
      return null
  }
}

/** Why the decision cannot be recorded yet, and what would be right. */
import { Trans } from '@lingui/react/macro'
import type { DepartureRefusal } from '../../../../../protocol/departures.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useRound } from '../../../queries/round.ts'
import { useRoundText } from '../../../queries/useRoundText.ts'
import type { Lack } from './Confirm.tsx'

export type DepartureTroubleProps = {
  lack: Lack | undefined
  refusal: DepartureRefusal | undefined
}

export function DepartureTrouble({ lack, refusal }: DepartureTroubleProps) {
  const { money } = useFormats()
  const { text } = useRoundText(useRound().rules.document)
  if (lack === 'departures')
    return <Trans>바꿀 곳을 더하거나, ‘순위대로 확정’을 고르세요.</Trans>
  if (lack === 'reason') return <Trans>바꿀 곳마다 이유를 적어 주세요.</Trans>
  switch (refusal?.error) {
    case 'Round_DepartureRemoved':
      return (
        <Trans>
          {refusal.removed}번은 추천된 제안이 아니거나 두 번 적혀 있습니다.
        </Trans>
      )
    case 'Round_DepartureAdded':
      return (
        <Trans>
          {refusal.added}번은 이 자리에 대신 올 수 없거나 두 번 적혀 있습니다.
        </Trans>
      )
    case 'Round_DepartureBudget': {
      const spent = money(refusal.spent, text.currency)
      const budget = money(refusal.budget, text.currency)
      return (
        <Trans>
          이렇게 바꾸면 한 조의 금액({spent})이 그 조의 예산({budget})보다
          많아집니다.
        </Trans>
      )
    }
    case undefined:
      return <Trans>위원회 기록을 적어 주세요.</Trans>
  }
}

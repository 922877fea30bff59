/** Which rule a ballot breaks, so that it counts for nobody. */
import { Trans } from '@lingui/react/macro'
import type { SpoilReason } from '../../../../../protocol/points.ts'

export function SpoiledWhy({ reason }: { reason: SpoilReason }) {
  return (
    <p>
      <Because reason={reason} />{' '}
      <Trans>그래서 이 심사표의 점수는 아무 제안에도 더하지 않습니다.</Trans>
    </p>
  )
}

function Because({ reason }: { reason: SpoilReason }) {
  switch (reason) {
    case 0:
      return null
    case 1:
      return <Trans>가장 높은 점수보다 큰 점수가 있습니다.</Trans>
    case 2:
      return <Trans>어떤 제안에 일부 기준만 점수를 매겼습니다.</Trans>
    case 3:
      return <Trans>빈 카드에 점수를 매겼습니다.</Trans>
    case 4:
      return <Trans>나누어 줄 수 있는 점수보다 많이 주었습니다.</Trans>
  }
}

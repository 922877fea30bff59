/** How the list came about, in one sentence. */
import { Trans } from '@lingui/react/macro'
import { type Draw, placeOf, seatOf } from '../../../../../protocol/draw.ts'

export function DrawnBy({ draw, reviewer }: { draw: Draw; reviewer: number }) {
  const { listLength, owners } = draw.rules
  if (listLength === 0)
    return owners ? (
      <Trans>우리 공동체의 제안만 빼고 모두 심사합니다.</Trans>
    ) : (
      <Trans>모든 제안을 심사합니다.</Trans>
    )
  if (!owners) return <Trans>추첨으로 정했습니다.</Trans>
  const { half } = placeOf(draw, seatOf(draw, reviewer).community)
  return half === 0 ? (
    <Trans>
      추첨으로 정했습니다. 우리 공동체가 있는 가 조의 제안은 없습니다.
    </Trans>
  ) : (
    <Trans>
      추첨으로 정했습니다. 우리 공동체가 있는 나 조의 제안은 없습니다.
    </Trans>
  )
}

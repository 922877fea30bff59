/** The result in one sentence, and whether it is final. */
import { Trans } from '@lingui/react/macro'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Standing } from '../api/useStanding.ts'

export function Headline({ standing }: { standing: Standing }) {
  const { moment, number } = useFormats()
  const { ranking, result } = standing
  const { confirmation } = result
  const all = number(ranking.orders.flat().length)
  const recommended = number(ranking.recommended.size)
  const rankedAt = moment(ranking.time)
  if (!confirmation)
    return (
      <div className="stack stack--tight">
        <p className="lead strong">
          <Trans>
            {all}개 중 {recommended}개 추천 · 위원회 확정 전
          </Trans>
        </p>
        <p className="quiet">
          <Trans>순위가 나온 때: {rankedAt}</Trans>
        </p>
      </div>
    )
  const selected = number(confirmation.selected.size)
  const confirmedAt = moment(confirmation.time)
  return (
    <div className="stack stack--tight">
      <p className="lead strong">
        <Trans>
          {all}개 중 {selected}개 선정 · 위원회 확정
        </Trans>
      </p>
      <p className="quiet">
        <Trans>
          순위가 나온 때: {rankedAt} · 확정한 때: {confirmedAt}
        </Trans>
      </p>
    </div>
  )
}

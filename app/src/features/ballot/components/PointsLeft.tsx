/** How many points, or choices, a reviewer still has for all proposals together. */
import { Trans } from '@lingui/react/macro'
import { type Draft, sumOf } from '../../../ballots/drafts.ts'
import type { OwnReview } from './WithList.tsx'

export type PointsLeftProps = {
  own: OwnReview
  draft: Draft
  isLikes: boolean
}

export function PointsLeft({ draft, isLikes, own }: PointsLeftProps) {
  const { pointsPerBallot } = own.round.rules
  const given = sumOf(draft, own.items)
  const left = pointsPerBallot - given
  return (
    <p className="points-left" role="status">
      {isLikes ? (
        <Trans>
          {pointsPerBallot}개 중 {given}개를 골랐습니다
        </Trans>
      ) : (
        <Trans>
          남은 점수 {left}점 (모두 {pointsPerBallot}점)
        </Trans>
      )}
    </p>
  )
}

/** What sending means: free, sealed, how often, and what is public later. */
import { Trans } from '@lingui/react/macro'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useNow } from '../../../queries/head.ts'
import type { OwnReview } from './WithList.tsx'

/** Seconds before the close from which it is said that time runs short. */
const shortly = 3_600
/** What a relayer may need before the close. */
const margin = 600

export function WhatItMeans({
  lastVersion,
  own: { round },
}: {
  own: OwnReview
  lastVersion: number
}) {
  const { clock, moment } = useFormats()
  const now = useNow()
  const { ballotLimit, threshold, times, trustees } = round.rules
  const isShort = now > times.close - shortly && now < times.close
  return (
    <ul className="stack stack--tight">
      {isShort && (
        <li className="strong">
          <Trans>
            {clock(times.close - margin)}까지 보내야 제때 기록됩니다
          </Trans>
        </li>
      )}
      <li>
        <Trans>돈은 들지 않습니다</Trans>
      </li>
      <li>
        {trustees.length === 1 ? (
          <Trans>
            점수는 잠겨서 갑니다. 한 곳이 열쇠를 가져 마감 전에도 열어 볼 수
            있습니다
          </Trans>
        ) : (
          <Trans>
            마감 전에는 열쇠지기 {trustees.length}곳 중 {threshold}곳이 함께
            열지 않는 한 아무도 못 봅니다
          </Trans>
        )}
      </li>
      <li>
        {ballotLimit === 1 ? (
          <Trans>한 번 보내면 고칠 수 없습니다</Trans>
        ) : (
          <Trans>
            {moment(times.close)}까지 모두 {ballotLimit}번 보낼 수 있고, 마지막
            것만 셉니다
          </Trans>
        )}
      </li>
      {lastVersion > 0 && ballotLimit > 1 && (
        <li>
          <Trans>
            지금까지 {lastVersion}번 기록되었습니다. 이번 것이 앞의 것을
            대신합니다
          </Trans>
        </li>
      )}
      <li>
        <Trans>개표 뒤 점수는 이름 없이 심사자 번호와 함께 공개됩니다</Trans>
      </li>
    </ul>
  )
}

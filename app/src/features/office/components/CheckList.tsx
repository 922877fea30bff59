/** What a freeze needs, point by point: what stands, and what to do if it is missing. */
import { Trans, useLingui } from '@lingui/react/macro'
import {
  type GetReadinessReturnType,
  isReady,
  type ReadinessPoint,
  readinessPoints,
} from '../../../../../chain/getReadiness.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { pointNames } from '../points.ts'

type Readiness = GetReadinessReturnType

export type CheckListProps = { readiness: Readiness; now: number }

export function CheckList({ now, readiness }: CheckListProps) {
  const { i18n } = useLingui()
  return (
    <ul className="points">
      {readinessPoints.map((point) => {
        const isGood = isReady(point, readiness, now)
        return (
          <li
            key={point}
            className="card stack stack--tight"
            data-point={point}
          >
            <p className="row">
              <span
                className={`state ${isGood ? 'state--good' : 'state--bad'}`}
              >
                {isGood ? <Trans>✓ 됨</Trans> : <Trans>✗ 아직</Trans>}
              </span>
              <span className="strong">{i18n._(pointNames[point])}</span>
            </p>
            <p>
              <State point={point} readiness={readiness} />
            </p>
            {!isGood && (
              <p>
                <Advice point={point} readiness={readiness} />
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

type PointProps = { point: ReadinessPoint; readiness: Readiness }

function State({ point, readiness }: PointProps) {
  const { moment, number } = useFormats()
  const { freezeBy, keys, roll, roster } = readiness
  switch (point) {
    case 'phase':
      return <Trans>고정 기한: {moment(freezeBy)}</Trans>
    case 'roster':
      return <Trans>번호가 매겨진 제안 {number(roster.onRoster)}개</Trans>
    case 'roll':
      return (
        <Trans>
          공개한 묶음 {number(roll.chunks)}개 중 {number(roll.published)}개
        </Trans>
      )
    case 'notice':
      return roll.changedAt === 0 ? (
        <Trans>명부가 아직 없습니다.</Trans>
      ) : (
        <Trans>마지막으로 바뀐 때: {moment(roll.changedAt)}</Trans>
      )
    case 'keys':
      return (
        <Trans>
          {number(keys.attempt)}번째 시도 · 열쇠지기 {number(keys.trustees)}곳 ·
          재료 {number(keys.packages)} · 조각 {number(keys.shares)} · 확인{' '}
          {number(keys.confirmations)}
        </Trans>
      )
  }
}

function Advice({ point, readiness }: PointProps) {
  const { moment } = useFormats()
  const { freezeFrom, keys } = readiness
  switch (point) {
    case 'phase':
      return <Trans>명부를 공개하는 단계에서만 고정할 수 있습니다.</Trans>
    case 'roster':
      return <Trans>관리자가 적격 제안에 번호를 매겨야 합니다.</Trans>
    case 'roll':
      return <Trans>명부 담당이 명부를 모두 공개해야 합니다.</Trans>
    case 'notice':
      return freezeFrom === undefined ? (
        <Trans>명부가 모두 공개되면 공개 기간이 시작됩니다.</Trans>
      ) : (
        <Trans>{moment(freezeFrom)}부터 고정할 수 있습니다.</Trans>
      )
    case 'keys':
      return keys.isDisputed ? (
        <Trans>다툼으로 끝났습니다. 열쇠 만들기를 다시 시작하세요.</Trans>
      ) : (
        <Trans>열쇠지기가 모두 자기 몫을 확인해야 합니다.</Trans>
      )
  }
}

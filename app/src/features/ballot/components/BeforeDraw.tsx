/** No list yet: why, until when, and whether the seat is safe. */
import { Plural, Trans } from '@lingui/react/macro'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import type { Round } from '../../../queries/round.ts'
import { RollStanding } from './RollStanding.tsx'

export function BeforeDraw({
  heldKey,
  round,
}: {
  round: Round
  heldKey?: HeldKey
}) {
  const { moment } = useFormats()
  const { listLength, times } = round.rules
  return (
    <>
      {heldKey && <RollStanding heldKey={heldKey} />}
      <div className="card stack stack--tight">
        <h2>
          <Trans>아직 심사 목록이 없습니다</Trans>
        </h2>
        <p>
          {listLength > 0 ? (
            <Plural
              value={listLength}
              other="추첨으로 한 사람에 #개씩 정합니다. 누가 무엇을 심사할지 미리 아는 사람은 없습니다."
            />
          ) : (
            <Trans>심사할 제안은 고정과 추첨 뒤에 정해집니다.</Trans>
          )}
        </p>
        <dl className="facts">
          <dt>
            <Trans>추첨</Trans>
          </dt>
          <dd>
            <Trans>늦어도 {moment(times.drawBy)}</Trans>
          </dd>
          <dt>
            <Trans>심사 시작</Trans>
          </dt>
          <dd>{moment(times.reviewFrom)}</dd>
          <dt>
            <Trans>심사 마감</Trans>
          </dt>
          <dd>{moment(times.close)}</dd>
        </dl>
        <p>
          <Trans>그때 이 기기에서 이 주소를 다시 여세요.</Trans>
        </p>
      </div>
    </>
  )
}

/** Until when objections and answers are taken, or when that begins. */
import { Plural, Trans } from '@lingui/react/macro'
import { Notice } from '../../../components/Notice.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useNow } from '../../../queries/head.ts'
import type { Ranking } from '../../../queries/result.ts'
import { useRound } from '../../../queries/round.ts'

const day = 86_400

export function ObjectionWindow({ ranking }: { ranking: Ranking | null }) {
  const { times } = useRound().rules
  const { moment, span } = useFormats()
  const now = useNow()
  if (!ranking) {
    const days = Math.round(times.objectionPeriod / day)
    const openUntil = moment(times.openUntil)
    return (
      <Notice>
        <p>
          <Plural
            value={days}
            other={`아직 순위가 없어 이의를 낼 것도 없습니다. 개표는 ${openUntil}까지이고, 순위가 나온 때부터 #일 동안 이의를 낼 수 있습니다.`}
          />
        </p>
      </Notice>
    )
  }
  const until = ranking.time + times.objectionPeriod
  const answersUntil = until + times.answerPeriod
  const left = span(until - now)
  return (
    <dl className="facts">
      <dt>
        <Trans>순위가 나온 때</Trans>
      </dt>
      <dd>{moment(ranking.time)}</dd>
      <dt>
        <Trans>이의를 내는 때</Trans>
      </dt>
      <dd>
        <Trans>{moment(until)}까지</Trans>{' '}
        {now <= until ? (
          <Trans>({left} 남음)</Trans>
        ) : (
          <Trans>(끝났습니다)</Trans>
        )}
      </dd>
      <dt>
        <Trans>답변하는 때</Trans>
      </dt>
      <dd>
        <Trans>{moment(answersUntil)}까지</Trans>
      </dd>
      <dt>
        <Trans>누가 낼 수 있나요</Trans>
      </dt>
      <dd>
        <Trans>
          명부에 있는 심사자와 목록에 오른 제안의 신청자가 열쇠마다 한 번 낼 수
          있습니다. 위원회는 답하지 않은 이의가 있어도 확정할 수 있지만, 그 수가
          기록에 남습니다.
        </Trans>
      </dd>
    </dl>
  )
}

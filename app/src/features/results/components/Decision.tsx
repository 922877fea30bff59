/** What the committee decided: as ranked, or with which departures, and why. */
import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Proof } from '../../../components/Proof.tsx'
import { Reason } from '../../../components/Reason.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Confirmation, Departure } from '../../../queries/result.ts'
import type { Standing } from '../api/useStanding.ts'

export function Decision({ standing }: { standing: Standing }) {
  const { departures, confirmation } = standing.result
  return (
    <section className="stack" aria-labelledby="decision">
      <h2 id="decision">
        <Trans>위원회 결정</Trans>
      </h2>
      {confirmation ? (
        <Confirmed confirmation={confirmation} departures={departures} />
      ) : (
        <Pending standing={standing} />
      )}
      <ObjectionCount standing={standing} />
    </section>
  )
}

function Pending({ standing }: { standing: Standing }) {
  const { moment } = useFormats()
  const { ranking, round } = standing
  const { answerPeriod, objectionPeriod } = round.rules.times
  const from = moment(ranking.time + objectionPeriod + answerPeriod)
  return (
    <p>
      <Trans>
        아직 확정하지 않았습니다. 이의와 답변이 끝나는 {from} 뒤에 위원회가
        확정합니다. 그때까지는 추천이고, 선정이 아닙니다.
      </Trans>
    </p>
  )
}

type ConfirmedProps = {
  confirmation: Confirmation
  departures: readonly Departure[]
}

function Confirmed({ confirmation, departures }: ConfirmedProps) {
  const { moment } = useFormats()
  const at = moment(confirmation.time)
  return (
    <>
      <p>
        {departures.length === 0 ? (
          <Trans>{at}에 위원회가 순위대로 확정했습니다.</Trans>
        ) : (
          <Plural
            value={departures.length}
            other={`${at}에 위원회가 #곳을 바꾸어 확정했습니다.`}
          />
        )}
      </p>
      {departures.length > 0 && (
        <ol className="stack plain-list">
          {departures.map((departure) => (
            <li key={departure.removed} className="card stack stack--tight">
              <Change departure={departure} />
            </li>
          ))}
        </ol>
      )}
      <h3>
        <Trans>위원회 기록</Trans>
      </h3>
      <Reason digest={confirmation.record} />
      <Proof>
        <dl className="facts">
          <dt>
            <Trans>블록</Trans>
          </dt>
          <dd>{String(confirmation.block)}</dd>
          <dt>
            <Trans>거래</Trans>
          </dt>
          <dd>
            <code>{confirmation.transaction}</code>
          </dd>
          <dt>
            <Trans>기록의 지문</Trans>
          </dt>
          <dd>
            <code>{confirmation.record}</code>
          </dd>
        </dl>
      </Proof>
    </>
  )
}

function Change({ departure }: { departure: Departure }) {
  const { added, reason, removed } = departure
  return (
    <>
      <p className="strong">
        <Trans>
          {removed}번 제안 대신 {added}번 제안을 선정
        </Trans>
      </p>
      <p>
        <Trans>이유</Trans>
      </p>
      <Reason digest={reason} />
    </>
  )
}

function ObjectionCount({ standing }: { standing: Standing }) {
  const { objections } = standing.result
  const { round } = standing.round
  const answered = objections.filter(({ answer }) => answer).length
  return (
    <p>
      <Plural
        value={objections.length}
        _0="들어온 이의가 없습니다."
        other={`들어온 이의 #건, 그중 답한 것 ${answered}건.`}
      />{' '}
      <Link to="/r/$round/objections" params={{ round }}>
        <Trans>이의와 답변 보기</Trans>
      </Link>
    </p>
  )
}

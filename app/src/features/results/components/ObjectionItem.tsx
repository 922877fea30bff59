/** One objection with its answer. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Proof } from '../../../components/Proof.tsx'
import { Reason } from '../../../components/Reason.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import { proposalsQuery } from '../../../queries/proposals.ts'
import type { Objection } from '../../../queries/result.ts'
import { useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'

export type ObjectionItemProps = {
  objection: Objection
  isConfirmed: boolean
  /** Of its heading. */
  level: 2 | 3
}

export function ObjectionItem({
  isConfirmed,
  level,
  objection,
}: ObjectionItemProps) {
  const Title = `h${level}` as const
  const Answer = level === 2 ? 'h3' : 'h4'
  const { moment } = useFormats()
  const { answer, digest, number, time } = objection
  const at = moment(time)
  return (
    <section className="card stack">
      <Title>
        <Trans>이의 {number}</Trans>
      </Title>
      <p className="quiet">
        <From objection={objection} /> · {at}
      </p>
      <Reason digest={digest} />
      {answer ? (
        <div className="stack stack--tight answer">
          <Answer>
            <Trans>위원회의 답변</Trans>
          </Answer>
          <p className="quiet">{moment(answer.time)}</p>
          <Reason digest={answer.digest} />
        </div>
      ) : (
        <p>
          {isConfirmed ? (
            <Trans>위원회가 답하지 않고 확정했습니다.</Trans>
          ) : (
            <Trans>아직 답변이 없습니다.</Trans>
          )}
        </p>
      )}
      <Proof>
        <dl className="facts">
          <dt>
            <Trans>이의를 낸 열쇠</Trans>
          </dt>
          <dd>
            <code>{objection.key}</code>
          </dd>
          <dt>
            <Trans>글의 지문</Trans>
          </dt>
          <dd>
            <code>{digest}</code>
          </dd>
          <dt>
            <Trans>블록과 거래</Trans>
          </dt>
          <dd>
            {String(objection.block)} <code>{objection.transaction}</code>
          </dd>
        </dl>
      </Proof>
    </section>
  )
}

function From({ objection }: { objection: Objection }) {
  const { data } = useQuery(proposalsQuery(useNode(), useRound()))
  const { key, reviewer } = objection
  if (reviewer > 0) return <Trans>심사자 {reviewer}번</Trans>
  const proposal = data?.find(
    (one) => one.key.toLowerCase() === key.toLowerCase(),
  )?.number
  return proposal === undefined ? (
    <Trans>신청자</Trans>
  ) : (
    <Trans>{proposal}번 제안의 신청자</Trans>
  )
}

/** What is next for a reviewer in the phase of the round, and until when. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { readRound } from '../../../../../chain/readRound.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'

type NextStepProps = { heldKey: HeldKey; round: Round }

export function NextStep({ heldKey, round }: NextStepProps) {
  const { moment } = useFormats()
  const { close, openUntil, reviewFrom } = round.rules.times
  switch (round.phase) {
    case 'registration':
    case 'screening':
    case 'roll':
    case 'draw':
      return (
        <p className="strong">
          <Trans>다음: {moment(reviewFrom)}부터 점수 주기</Trans>
        </p>
      )
    case 'review':
      return <InReview heldKey={heldKey} until={close} />
    case 'opening':
    case 'ranking':
      return (
        <p className="strong">
          <Trans>
            심사가 끝났습니다. 결과는 {moment(openUntil)} 뒤에 나옵니다.
          </Trans>
        </p>
      )
    case 'cancelled':
    case 'lapsed':
    case 'failed':
      return (
        <p className="strong">
          <Trans>이 회차는 결과 없이 끝났습니다.</Trans>
        </p>
      )
    case 'objections':
    case 'answers':
    case 'confirmation':
    case 'confirmed':
      return (
        <p className="strong">
          <Trans>결과가 나왔습니다.</Trans>{' '}
          <Link to="/r/$round/results" params={{ round: round.round }}>
            <Trans>결과 보기</Trans>
          </Link>
        </p>
      )
  }
}

function InReview({ heldKey, until }: { heldKey: HeldKey; until: number }) {
  const { moment } = useFormats()
  const node = useNode()
  const { reviewer, round } = heldKey
  const version = useQuery({
    queryKey: ['lastVersion', node.uid, round, reviewer],
    queryFn: async () => {
      const args = [BigInt(reviewer)] as const
      const call = { round, functionName: 'lastVersion', args } as const
      return readRound(node, call)
    },
  })
  if (version.data === undefined) return null
  return (
    <p className="strong">
      {version.data > 0 ? (
        <Trans>{version.data}번째 심사표가 기록되어 있습니다.</Trans>
      ) : (
        <Trans>다음: {moment(until)}까지 점수를 보내세요.</Trans>
      )}
    </p>
  )
}

/** The one thing that most people come for in this phase. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Round } from '../../../queries/round.ts'

const main = 'button button--main'
const withResults = [
  'objections',
  'answers',
  'confirmation',
  'confirmed',
] as const

export function MainAction({ round: { phase, round } }: { round: Round }) {
  const params = { round }
  if (phase === 'registration')
    return (
      <Link to="/r/$round/apply" params={params} className={main}>
        <Trans>제안 제출하기</Trans>
      </Link>
    )
  if (phase === 'review')
    return (
      <Link to="/r/$round/review" params={params} className={main}>
        <Trans>내 심사 시작하기</Trans>
      </Link>
    )
  if (withResults.some((one) => one === phase))
    return (
      <Link to="/r/$round/results" params={params} className={main}>
        <Trans>결과 보기</Trans>
      </Link>
    )
  if (phase === 'opening' || phase === 'ranking')
    return (
      <Link to="/r/$round/check" params={params} className={main}>
        <Trans>내 심사표 확인하기</Trans>
      </Link>
    )
  return (
    <Link to="/r/$round/p" params={params} className={main}>
      <Trans>제안 보기</Trans>
    </Link>
  )
}

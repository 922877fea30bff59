/** What comes next and what somebody who wants to take part needs for it. */
import { Trans } from '@lingui/react/macro'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Round } from '../../../queries/round.ts'

const early = ['registration', 'screening', 'roll', 'draw'] as const

export function NextHint({ round }: { round: Round }) {
  const { moment } = useFormats()
  const { phase, rules } = round
  const { reviewFrom, close, openUntil } = rules.times
  if (early.some((one) => one === phase))
    return (
      <p>
        <Trans>
          심사는 {moment(reviewFrom)}에 시작합니다. 심사자는 종이나 문자로 받은
          참여권의 주소를 열어 미리 등록합니다.
        </Trans>
      </p>
    )
  if (phase === 'review')
    return (
      <p>
        <Trans>
          돈은 들지 않습니다. 마감({moment(close)}) 전에는 열쇠지기들이 함께
          열지 않는 한 아무도 점수를 못 봅니다.
        </Trans>
      </p>
    )
  if (phase === 'opening')
    return (
      <p>
        <Trans>
          심사가 끝나 심사표를 여는 중입니다. 순위는 개표를 마감한 뒤에
          나옵니다: {moment(openUntil)}
        </Trans>
      </p>
    )
  if (phase === 'ranking')
    return (
      <p>
        <Trans>다 열었습니다. 이제 누구나 순위를 매겨 올릴 수 있습니다.</Trans>
      </p>
    )
  return null
}

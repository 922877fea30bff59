/** How scores become points, and points an order. */
import { Trans } from '@lingui/react/macro'
import { neutralPoints, type Rules } from '../../../../../protocol/rules.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { Section } from './Section.tsx'

export function CountRules({ rules }: { rules: Rules }) {
  return (
    <Section title={<Trans>어떻게 세나요</Trans>}>
      <Points rules={rules} />
      <Order rules={rules} />
      <p>
        {rules.ties === 'Draw' ? (
          <Trans>똑같으면 추첨에서 앞선 제안이 앞섭니다.</Trans>
        ) : (
          <Trans>똑같으면 번호가 작은 제안이 앞섭니다.</Trans>
        )}
      </p>
    </Section>
  )
}

function Points({ rules: { points, weights } }: { rules: Rules }) {
  if (points === 'Borda')
    return (
      <>
        <p>
          <Trans>
            점수 자체가 아니라 내 목록 안의 차례로 셉니다. 내 목록의 다른
            제안보다 높으면 2점, 같거나 한쪽이 의견 없음이면 1점, 낮으면 0점을
            더합니다.
          </Trans>
        </p>
        {weights.length > 1 && <Weighted />}
      </>
    )
  if (weights.length > 1) return <Weighted />
  return (
    <p>
      <Trans>준 점수를 그대로 더합니다.</Trans>
    </p>
  )
}

function Weighted() {
  return (
    <p>
      <Trans>기준마다 점수에 비중을 곱한 다음 더합니다.</Trans>
    </p>
  )
}

function Order({ rules }: { rules: Rules }) {
  const { decimal } = useFormats()
  if (rules.order === 'Sum')
    return (
      <p>
        <Trans>점수의 합이 큰 제안부터 차례를 매깁니다.</Trans>
      </p>
    )
  const isBorda = rules.points === 'Borda'
  // Without Borda it does not depend on the number of proposals.
  const neutral = isBorda ? 0 : neutralPoints(rules, 2) / 2
  return (
    <>
      <p>
        <Trans>
          심사 1건의 평균이 큰 제안부터 차례를 매깁니다. 의견 없음은 평균에 넣지
          않습니다.
        </Trans>
      </p>
      <p>
        {isBorda ? (
          <Trans>
            심사가 적은 제안이 운으로 오르내리지 않도록, 모든 제안은 중간 점수
            심사 1건으로 시작합니다.
          </Trans>
        ) : (
          <Trans>
            심사가 적은 제안이 운으로 오르내리지 않도록, 모든 제안은 중간 점수(
            {decimal(neutral)}점) 심사 1건으로 시작합니다. 심사 값 = (점수의 합
            + {decimal(neutral)}) ÷ (심사 건수 + 1)
          </Trans>
        )}
      </p>
    </>
  )
}

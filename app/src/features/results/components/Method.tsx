/** How points came about, what the order goes by, and how seats or money were given. */
import { Trans } from '@lingui/react/macro'
import { Proof } from '../../../components/Proof.tsx'
import {
  hasHalves,
  neutralPoints,
  type Rules,
} from '../../../../../protocol/rules.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Standing } from '../api/useStanding.ts'

export function Method({ standing }: { standing: Standing }) {
  const { rules } = standing.round
  return (
    <section className="stack" aria-labelledby="method">
      <h2 id="method">
        <Trans>어떻게 정했나요</Trans>
      </h2>
      <ul className="method">
        <Points rules={rules} />
        <Order rules={rules} />
        <Giving standing={standing} />
        <PassedOver rules={rules} />
        <li>
          <Trans>
            같은 값이면 추첨 순서나 접수 순서처럼 규칙에 미리 적힌 순서를
            따릅니다. 사람이 고르지 않습니다.
          </Trans>
        </li>
      </ul>
      {rules.order === 'Mean' && <Formula standing={standing} />}
    </section>
  )
}

function Points({ rules }: { rules: Rules }) {
  if (rules.points === 'Borda')
    return (
      <li>
        <Trans>
          내 목록의 다른 제안보다 높으면 2점, 같거나 한쪽이 의견 없음이면 1점,
          낮으면 0점입니다.
        </Trans>
      </li>
    )
  return (
    <li>
      {rules.weights.length > 1 ? (
        <Trans>
          기준마다 매긴 점수에 정해진 비중을 곱해 더합니다. 의견 없음은 더하지도
          깎지도 않습니다.
        </Trans>
      ) : (
        <Trans>
          매긴 점수를 더합니다. 의견 없음은 더하지도 깎지도 않습니다.
        </Trans>
      )}
    </li>
  )
}

function Order({ rules }: { rules: Rules }) {
  return (
    <li>
      {rules.order === 'Mean' ? (
        <Trans>
          심사 한 건의 평균이 큰 제안이 앞섭니다. 모든 제안은 중간 점수 심사
          1건으로 시작하므로, 심사가 적은 제안이 우연히 앞서지 않습니다.
        </Trans>
      ) : (
        <Trans>점수 합이 큰 제안이 앞섭니다.</Trans>
      )}
    </li>
  )
}

function Giving({ standing }: { standing: Standing }) {
  const { money, number } = useFormats()
  const { currency, round } = standing
  const { rules } = round
  const seats = number(rules.seats)
  const budget = money(rules.budget, currency)
  return (
    <>
      {hasHalves(rules) && (
        <li>
          <Trans>
            추첨으로 제안을 두 조로 나누었고, 서로 다른 조만 심사했습니다.
            그래서 순위도 조마다 따로입니다. 남은 자리나 금액은 다른 조로
            넘어가지 않습니다.
          </Trans>
        </li>
      )}
      <li>
        {rules.budget > 0n ? (
          <Trans>
            예산 {budget} 전체를 제안 수에 맞게 나누고, 순위대로 내려가며 남은
            금액에 맞는 제안을 추천합니다. 맞지 않으면 건너뜁니다.
          </Trans>
        ) : rules.quotas.length > 0 ? (
          <Trans>
            {seats}개 자리를 분야마다 정해진 수만큼, 순위대로 추천합니다.
          </Trans>
        ) : (
          <Trans>
            {seats}개 자리를 제안 수에 맞게 나누고, 순위대로 추천합니다.
          </Trans>
        )}
      </li>
    </>
  )
}

function PassedOver({ rules }: { rules: Rules }) {
  const { number } = useFormats()
  const least = number(rules.minReviews)
  return (
    <>
      {rules.minReviews > 0 && (
        <li>
          <Trans>심사가 {least}건보다 적은 제안은 추천하지 않습니다.</Trans>
        </li>
      )}
      <li>
        {rules.reserveTakesWithdrawn ? (
          <Trans>
            순위 전에 철회한 제안은 건너뛰고, 그 몫은 다음 제안으로 갑니다.
          </Trans>
        ) : (
          <Trans>
            순위 전에 철회한 제안은 추천하지 않고, 그 몫은 비워 둡니다.
          </Trans>
        )}
      </li>
    </>
  )
}

function Formula({ standing }: { standing: Standing }) {
  const { number } = useFormats()
  const { ranking, round } = standing
  const neutral = number(
    neutralPoints(round.rules, ranking.orders.flat().length) / 2,
  )
  return (
    <Proof label={<Trans>심사 값 계산식 보기</Trans>}>
      <p>
        <Trans>심사 값 = (점수 합 + 중간 점수 {neutral}) ÷ (심사 수 + 1)</Trans>
      </p>
    </Proof>
  )
}

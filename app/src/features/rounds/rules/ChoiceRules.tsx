/** How many are recommended, and who is passed over. */
import { Trans } from '@lingui/react/macro'
import { Said } from '../../../components/Said.tsx'
import { hasHalves, type Rules } from '../../../../../protocol/rules.ts'
import type { RoundText } from '../../../documents/roundDocument.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { Section } from './Section.tsx'

type ChoiceRulesProps = { rules: Rules; text: RoundText }

export function ChoiceRules({ rules, text }: ChoiceRulesProps) {
  const { number } = useFormats()
  const { minReviews, reserveTakesWithdrawn } = rules
  return (
    <Section title={<Trans>어떻게 정하나요</Trans>}>
      <HowMany rules={rules} text={text} />
      {hasHalves(rules) && (
        <p>
          <Trans>
            두 조에 제안 수만큼 나누고, 남아도 다른 조로 넘기지 않습니다. 넘기면
            내 점수가 우리 공동체에 돌아올 수 있기 때문입니다.
          </Trans>
        </p>
      )}
      {rules.quotas.length > 0 && <Quotas rules={rules} text={text} />}
      {minReviews > 0 && (
        <p>
          <Trans>
            센 심사가 {number(minReviews)}건보다 적은 제안은 건너뜁니다.
          </Trans>
        </p>
      )}
      <p>
        {reserveTakesWithdrawn ? (
          <Trans>번호를 받은 뒤 철회한 제안의 몫은 다음 제안이 받습니다.</Trans>
        ) : (
          <Trans>번호를 받은 뒤 철회한 제안의 몫은 비워 둡니다.</Trans>
        )}
      </p>
      <p>
        <Trans>
          순위가 나오면 ‘추천’입니다. 이의 신청을 거쳐 위원회가 확정해야
          ‘선정’입니다. 위원회가 순위와 다르게 정할 때는 한 건마다 이유를
          공개합니다.
        </Trans>
      </p>
    </Section>
  )
}

function HowMany({ rules: { budget, seats }, text }: ChoiceRulesProps) {
  const { money, number } = useFormats()
  if (budget > 0n)
    return (
      <p>
        <Trans>
          예산은 모두 {money(budget, text.currency)}입니다. 순위대로 가며 남은
          금액에 맞는 제안을 추천하고, 남은 금액보다 큰 제안은 건너뜁니다.
        </Trans>
      </p>
    )
  return (
    <p>
      <Trans>순위대로 모두 {number(seats)}개를 추천합니다.</Trans>
    </p>
  )
}

function Quotas({ rules: { quotas }, text }: ChoiceRulesProps) {
  const { number } = useFormats()
  return (
    <div className="stack stack--tight">
      <p>
        <Trans>분야마다 따로 뽑습니다.</Trans>
      </p>
      <ul>
        {quotas.map(({ category, seats }) => (
          <li key={category}>
            <Said
              words={
                text.categories.find(({ number: one }) => one === category)
                  ?.name
              }
              otherwise={<Trans>분야 {category}</Trans>}
            />
            : <Trans>{number(seats)}개</Trans>
          </li>
        ))}
      </ul>
    </div>
  )
}

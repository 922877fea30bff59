/** Who reviews which proposals. */
import { Plural, Trans } from '@lingui/react/macro'
import { Notice } from '../../../components/Notice.tsx'
import { hasHalves, type Rules } from '../../../../../protocol/rules.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { Section } from './Section.tsx'

export function ListRules({ rules }: { rules: Rules }) {
  const { number } = useFormats()
  const { listLength, owners, reviewers, seatsPerCommunity } = rules
  return (
    <Section title={<Trans>누가 무엇을 심사하나요</Trans>}>
      <p>
        {owners ? (
          <Trans>
            제안을 낸 공동체마다 심사자 {number(seatsPerCommunity)}명을 둡니다.
          </Trans>
        ) : (
          <Trans>
            제안을 내지 않은 바깥 심사자 {number(reviewers)}명이 심사합니다.
          </Trans>
        )}
      </p>
      {listLength === 0 ? (
        <Everything owners={owners} />
      ) : (
        <p>
          <Plural
            value={listLength}
            other="한 사람이 제안 #개를 심사합니다. 무엇을 심사할지는 추첨으로 정합니다."
          />
        </p>
      )}
      {hasHalves(rules) && (
        <p>
          <Trans>
            추첨으로 제안을 두 조로 나누고 서로 다른 조만 심사합니다. 내 점수는
            우리 공동체 순위를 바꾸지 못합니다.
          </Trans>
        </p>
      )}
    </Section>
  )
}

function Everything({ owners }: { owners: boolean }) {
  if (!owners)
    return (
      <p>
        <Trans>모두가 모든 제안을 심사합니다.</Trans>
      </p>
    )
  return (
    <>
      <p>
        <Trans>모두가 자기 공동체의 제안만 빼고 모든 제안을 심사합니다.</Trans>
      </p>
      <Notice kind="warn">
        <p>
          <Trans>경쟁하는 제안끼리 점수를 줄 수 있는 방식입니다.</Trans>
        </p>
      </Notice>
    </>
  )
}

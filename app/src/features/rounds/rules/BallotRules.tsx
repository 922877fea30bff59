/** How a ballot is handed in, and how often. */
import { Trans } from '@lingui/react/macro'
import type { Rules } from '../../../../../protocol/rules.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { Section } from './Section.tsx'

export function BallotRules({ rules }: { rules: Rules }) {
  const { number } = useFormats()
  const { ballotLimit, verifiers } = rules
  return (
    <Section title={<Trans>심사표는 어떻게 내나요</Trans>}>
      <p>
        <Trans>
          점수를 봉투에 넣어 잠근 채 공개 장부에 올립니다. 봉투는 누구나 보지만
          속은 마감 뒤에 열립니다.
        </Trans>
      </p>
      <p>
        {ballotLimit === 1 ? (
          <Trans>한 번 보내면 고칠 수 없습니다.</Trans>
        ) : (
          <Trans>
            마감 전까지 {number(ballotLimit)}번까지 보낼 수 있고, 마지막 것만
            셉니다.
          </Trans>
        )}
      </p>
      <p>
        {verifiers.length > 0 ? (
          <Trans>휴대폰의 지문·얼굴 확인이나 지갑으로 서명합니다.</Trans>
        ) : (
          <Trans>지갑으로 서명합니다.</Trans>
        )}{' '}
        <Trans>돈은 들지 않습니다.</Trans>
      </p>
    </Section>
  )
}

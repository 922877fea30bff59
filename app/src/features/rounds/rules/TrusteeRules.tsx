/** Who holds the key, and what happens without it. */
import { Trans } from '@lingui/react/macro'
import { Notice } from '../../../components/Notice.tsx'
import type { Rules } from '../../../../../protocol/rules.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { Section } from './Section.tsx'

/** `minOpened` counts in 1/10,000. */
const whole = 10_000

export function TrusteeRules({ rules }: { rules: Rules }) {
  const { number, percent } = useFormats()
  const { minOpened, threshold, trustees } = rules
  const all = trustees.length
  return (
    <Section title={<Trans>누가 여나요</Trans>}>
      {threshold === 1 ? (
        <Notice kind="warn">
          <p>
            {all === 1 ? (
              <Trans>
                한 곳이 열쇠를 가져 마감 전에도 열어 볼 수 있습니다.
              </Trans>
            ) : (
              <Trans>
                열쇠지기 {number(all)}곳 가운데 아무 한 곳이나 마감 전에도 열어
                볼 수 있습니다.
              </Trans>
            )}
          </p>
        </Notice>
      ) : (
        <p>
          <Trans>
            독립된 {number(all)}곳이 열쇠를 나눠 갖고 {number(threshold)}곳이
            모여야 열립니다.
          </Trans>
        </p>
      )}
      <p>
        <Trans>
          열쇠가 끝내 모이지 않으면 심사자가 자기 심사표를 스스로 열 수
          있습니다. 그때는 낸 사람의 {percent(minOpened / whole)} 이상이 열어야
          결과가 됩니다.
        </Trans>
      </p>
    </Section>
  )
}

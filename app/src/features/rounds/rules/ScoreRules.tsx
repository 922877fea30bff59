/** What is asked about a proposal, and which scores there are. */
import { Trans } from '@lingui/react/macro'
import { Said } from '../../../components/Said.tsx'
import type { Rules } from '../../../../../protocol/rules.ts'
import type { RoundText } from '../../../documents/roundDocument.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { Section } from './Section.tsx'

type ScoreRulesProps = { rules: Rules; text: RoundText }

export function ScoreRules({ rules, text }: ScoreRulesProps) {
  const { number } = useFormats()
  const { maxScore, pointsPerBallot, weights } = rules
  const isLikes = maxScore === 1
  return (
    <Section title={<Trans>어떻게 점수를 주나요</Trans>}>
      <p>
        {isLikes ? (
          <Trans>마음에 드는 제안을 고릅니다.</Trans>
        ) : (
          <Trans>
            기준마다 1점부터 {number(maxScore)}점까지 줍니다. 모르겠으면 ‘의견
            없음’을 고를 수 있고, 그 제안에 좋지도 나쁘지도 않습니다.
          </Trans>
        )}
      </p>
      {pointsPerBallot > 0 && (
        <p>
          {isLikes ? (
            <Trans>한 사람이 {number(pointsPerBallot)}개까지 고릅니다.</Trans>
          ) : (
            <Trans>
              한 사람이 주는 점수를 모두 더해 {number(pointsPerBallot)}점을 넘을
              수 없습니다.
            </Trans>
          )}
        </p>
      )}
      <Criteria criteria={text.criteria} weights={weights} />
      <Scale scale={text.scale} />
    </Section>
  )
}

function Criteria({
  criteria,
  weights,
}: {
  criteria: RoundText['criteria']
  weights: readonly number[]
}) {
  return (
    <div className="scroller">
      <table>
        <caption className="visually-hidden">
          <Trans>심사 기준</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>기준</Trans>
            </th>
            <th scope="col" className="number">
              <Trans>비중</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {weights.map((weight, index) => (
            <tr key={index}>
              <th scope="row">
                {index + 1}.{' '}
                <Said
                  words={criteria[index]?.name}
                  otherwise={<Trans>기준 {index + 1}</Trans>}
                />
                <p className="question">
                  <Said words={criteria[index]?.question} />
                </p>
              </th>
              <td className="number">×{weight}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Scale({ scale }: { scale: RoundText['scale'] }) {
  if (scale.length === 0) return null
  return (
    <dl className="score-words">
      {scale.map(({ name, value }) => (
        <div key={value}>
          <dt>{value === 0 ? '–' : value}</dt>
          <dd>
            <Said words={name} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

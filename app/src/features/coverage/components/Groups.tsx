/** What part has cast: by half of the draw, and by category. */
import { Trans, useLingui } from '@lingui/react/macro'
import { hasHalves } from '../../../../../protocol/rules.ts'
import { say } from '../../../documents/roundDocument.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import type { Round } from '../../../queries/round.ts'
import { useRoundText } from '../../../queries/useRoundText.ts'
import type { Coverage, Share } from '../coverageOf.ts'

export type GroupsProps = { coverage: Coverage; round: Round }

export function Groups({ coverage, round }: GroupsProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const { text } = useRoundText(round.rules.document)
  const halves = hasHalves(round.rules) ? coverage.halves : []
  const nameOf = (category: number) => {
    const found = text.categories.find((one) => one.number === category)
    return say(found?.name, language) || t`분야 ${category}`
  }
  if (coverage.communities.length === 0) return null
  return (
    <div
      className="scroller"
      role="region"
      aria-label={t`조와 분야마다`}
      tabIndex={0}
    >
      <table aria-label={t`조와 분야마다`}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>누구</Trans>
            </th>
            <th scope="col">
              <Trans>명부</Trans>
            </th>
            <th scope="col">
              <Trans>기록</Trans>
            </th>
            <th scope="col">
              <Trans>비율</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {halves.map((share) => (
            <Line
              key={`half ${share.half}`}
              name={share.half === 0 ? t`가 조` : t`나 조`}
              share={share}
            />
          ))}
          {coverage.categories.map((share) => (
            <Line
              key={`category ${share.category}`}
              name={nameOf(share.category)}
              share={share}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ name, share }: { name: string; share: Share }) {
  const { number, percent } = useFormats()
  const { cast, seats } = share
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{number(seats)}</td>
      <td>{number(cast)}</td>
      <td>{percent(seats === 0 ? 0 : cast / seats)}</td>
    </tr>
  )
}

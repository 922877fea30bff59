/** What narrows the list down, and how it is laid out: folded until it is used. */
import { Trans, useLingui } from '@lingui/react/macro'
import { say } from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { sizes, usualSize } from '../sizes.ts'
import { standingNames, standings } from '../states.ts'
import { Choice } from './Choice.tsx'
import type { SearchFormProps } from './SearchForm.tsx'

export type ChoicesProps = Omit<SearchFormProps, 'onSearch'>

export function Choices(props: ChoicesProps) {
  const { regions, roundText, search, seed } = props
  const { i18n, t } = useLingui()
  const language = useLanguage()
  const { cat, order, region, size, state } = search
  const isUsed =
    [cat, region, size, state].some((one) => one !== undefined) ||
    order === 'number'
  return (
    <details className="filters__more" open={isUsed}>
      <summary>
        <Trans>분야, 상태, 차례 고르기</Trans>
      </summary>
      <div className="filters">
        <Choice
          name="cat"
          label={<Trans>분야</Trans>}
          value={search.cat}
          all={t`모든 분야`}
          options={roundText.categories.map(({ name, number }) => ({
            value: number,
            label: say(name, language),
          }))}
        />
        {regions.length > 0 && (
          <Choice
            name="region"
            label={<Trans>지역</Trans>}
            value={search.region}
            all={t`모든 지역`}
            options={regions.map((value) => ({ value, label: value }))}
          />
        )}
        <Choice
          name="state"
          label={<Trans>상태</Trans>}
          value={search.state}
          all={t`모든 상태`}
          options={standings.map((value) => ({
            value,
            label: i18n._(standingNames[value]),
          }))}
        />
        <Choice
          name="order"
          label={<Trans>차례</Trans>}
          value={search.order ?? seed}
          options={[
            {
              value: search.order === 'number' ? seed : (search.order ?? seed),
              label: t`무작위`,
            },
            { value: 'number', label: t`번호` },
          ]}
        />
        <Choice
          name="size"
          label={<Trans>한 쪽에</Trans>}
          value={search.size ?? usualSize}
          options={sizes.map((value) => ({ value, label: t`${value}개씩` }))}
        />
      </div>
    </details>
  )
}

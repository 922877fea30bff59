/** What is looked for; nothing happens before it is asked for. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { SubmitEvent } from 'react'
import { say } from '../../../documents/roundDocument.ts'
import type { RoundText } from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import type { ProposalsSearch } from '../search.ts'
import { sizes, usualSize } from '../sizes.ts'
import { standingNames, standings } from '../states.ts'
import { Choice } from './Choice.tsx'

export type SearchFormProps = {
  search: ProposalsSearch
  seed: number
  roundText: RoundText
  /** Of the texts that are here. */
  regions: readonly string[]
  onSearch: (search: ProposalsSearch) => void
}

export function SearchForm(props: SearchFormProps) {
  const { onSearch, regions, roundText, search, seed } = props
  const { i18n, t } = useLingui()
  const language = useLanguage()
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSearch(readForm(new FormData(event.currentTarget)))
  }
  return (
    <form className="card filters no-print" role="search" onSubmit={submit}>
      <div className="field filters__words">
        <label htmlFor="q">
          <Trans>찾는 말</Trans>
        </label>
        <p className="field__hint" id="q-hint">
          <Trans>제목, 공동체, 글, 번호. 첫소리만 써도 됩니다: ㅂㅊㄱ</Trans>
        </p>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={search.q ?? ''}
          aria-describedby="q-hint"
          maxLength={200}
        />
      </div>
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
      <button className="button button--main" type="submit">
        <Trans>찾기</Trans>
      </button>
    </form>
  )
}

function readForm(form: FormData): ProposalsSearch {
  const textOf = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value.trim() ? value.trim() : undefined
  }
  const numberOf = (name: string) => {
    const value = textOf(name)
    return value === undefined ? undefined : Number(value)
  }
  const size = numberOf('size')
  return {
    q: textOf('q'),
    cat: numberOf('cat'),
    region: textOf('region'),
    state: textOf('state') as ProposalsSearch['state'],
    order: textOf('order') === 'number' ? 'number' : numberOf('order'),
    page: undefined,
    size: sizes.find((one) => one === size && one !== usualSize),
  }
}

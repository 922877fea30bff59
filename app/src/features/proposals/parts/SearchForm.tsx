/** What is looked for; nothing happens before it is asked for. */
import { Trans } from '@lingui/react/macro'
import type { SubmitEvent } from 'react'
import type { RoundText } from '../../../documents/roundDocument.ts'
import type { ProposalsSearch } from '../search.ts'
import { sizes, usualSize } from '../sizes.ts'
import { Choices } from './Choices.tsx'

export type SearchFormProps = {
  search: ProposalsSearch
  seed: number
  roundText: RoundText
  /** Of the texts that are here. */
  regions: readonly string[]
  onSearch: (search: ProposalsSearch) => void
}

export function SearchForm(props: SearchFormProps) {
  const { onSearch, search } = props
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
      <Choices {...props} />
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

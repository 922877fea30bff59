/** From page to page of the list; each has an address. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ProposalsSearch } from '../search.ts'

export type PagerProps = {
  round: string
  search: ProposalsSearch
  page: number
  pages: number
}

export function Pager({ page, pages, round, search }: PagerProps) {
  const { t } = useLingui()
  if (pages < 2) return null
  const to = (target: number, label: ReactNode) => (
    <Link
      to="/r/$round/p"
      params={{ round }}
      search={{ ...search, page: target === 1 ? undefined : target }}
      className="button"
    >
      {label}
    </Link>
  )
  return (
    <nav className="pager no-print" aria-label={t`쪽`}>
      {page > 2 && to(1, <Trans>처음</Trans>)}
      {page > 1 && to(page - 1, <Trans>이전</Trans>)}
      <span aria-current="page">
        <Trans>
          {pages}쪽 중 {page}쪽
        </Trans>
      </span>
      {page < pages && to(page + 1, <Trans>다음</Trans>)}
      {page < pages - 1 && to(pages, <Trans>마지막</Trans>)}
    </nav>
  )
}

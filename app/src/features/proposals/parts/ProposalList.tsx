/** The found proposals, how many there are of all, and the way to the other pages. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { hasHalves } from '../../../../../protocol/rules.ts'
import { placeOf } from '../../../../../protocol/draw.ts'
import { Failure } from '../../../components/Failure.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { RoundText } from '../../../documents/roundDocument.ts'
import { drawQuery } from '../../../queries/draw.ts'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { useStandingOf } from '../outcome.ts'
import { type ProposalsSearch, takeOpened } from '../search.ts'
import type { useProposalList } from '../useProposalList.ts'
import { NothingFound } from './NothingFound.tsx'
import { Pager } from './Pager.tsx'
import { idOfLink, ProposalRow } from './ProposalRow.tsx'

export type ProposalListProps = {
  round: Round
  roundText: RoundText
  search: ProposalsSearch
  list: ReturnType<typeof useProposalList>
  onClear: () => void
}

export function ProposalList(props: ProposalListProps) {
  const { list, onClear, round, roundText, search } = props
  const { number } = useFormats()
  const { data: draw } = useQuery(drawQuery(useNode(), round))
  const standingOf = useStandingOf(round)
  const { data: all, error, isPending, refetch } = list.query
  const isThere = list.shown.length > 0 && !list.isSearching
  useEffect(() => {
    if (isThere) goBackToPlace(round.round)
  }, [isThere, round.round])
  if (isPending) return <Loading />
  if (!all) return <Failure error={error} onRetry={() => void refetch()} />
  if (list.isSearching)
    return (
      <Loading
        progress={
          <Trans>
            제안 {number(all.length)}개 중 {number(list.readCount)}개의 글을
            읽었습니다…
          </Trans>
        }
      />
    )
  if (list.found.length === 0)
    return (
      <NothingFound hasAny={all.length > 0} round={round} onClear={onClear} />
    )
  const halfOf = (proposal: number) =>
    draw && hasHalves(round.rules) && proposal > 0
      ? placeOf(draw, proposal).half
      : undefined
  const pager = (
    <Pager
      round={round.round}
      search={search}
      page={list.page}
      pages={list.pages}
    />
  )
  return (
    <section className="stack">
      <Count list={list} all={all.length} />
      <ul className="stack plain-list">
        {list.shown.map((proposal) => (
          <li key={proposal.key}>
            <ProposalRow
              round={round.round}
              roundText={roundText}
              proposal={proposal}
              half={halfOf(proposal.number)}
              standing={standingOf(proposal)}
              isComing={list.isComing}
            />
          </li>
        ))}
      </ul>
      {pager}
    </section>
  )
}

/** Once the page has taken the focus, as pages do. */
function goBackToPlace(round: string): void {
  const opened = takeOpened(round)
  if (!opened) return
  setTimeout(() => {
    const link = document.getElementById(idOfLink(opened.number))
    link?.focus({ preventScroll: true })
    window.scrollTo(0, opened.top)
  })
}

type CountProps = Pick<ProposalListProps, 'list'> & { all: number }

/** Takes the focus when another page is shown. */
function Count({ all, list: { found, first, page, shown } }: CountProps) {
  const { number } = useFormats()
  const count = useRef<HTMLParagraphElement>(null)
  const seen = useRef(page)
  useEffect(() => {
    if (seen.current === page) return
    seen.current = page
    count.current?.focus({ preventScroll: true })
    count.current?.scrollIntoView()
  }, [page])
  const from = number(first + 1)
  const to = number(first + shown.length)
  return (
    <p className="strong" ref={count} tabIndex={-1} role="status">
      {found.length === all ? (
        <Trans>
          {number(all)}개 중 {from}–{to}
        </Trans>
      ) : (
        <Trans>
          {number(all)}개 중 {number(found.length)}개를 찾았습니다: {from}–{to}
        </Trans>
      )}
    </p>
  )
}

/** The proposals of a round: searched, filtered, in random order, page by page. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { Page } from '../../components/Page.tsx'
import { useRound } from '../../queries/round.ts'
import { useRoundText } from '../../queries/useRoundText.ts'
import { ownSeed } from './order.ts'
import { BackToNamedRound } from '../../components/BackToNamedRound.tsx'
import { ProposalList } from './parts/ProposalList.tsx'
import { SearchForm } from './parts/SearchForm.tsx'
import { noteSearch, type ProposalsSearch } from './search.ts'
import { useProposalList } from './useProposalList.ts'
import './proposals.css'

function ProposalsPage() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const round = useRound()
  const known: unknown = useSearch({ strict: false })
  const search = known as ProposalsSearch
  const { text } = useRoundText(round.rules.document)
  const seed = typeof search.order === 'number' ? search.order : ownSeed()
  const list = useProposalList(round, search, seed)
  const go = (next: ProposalsSearch, replace = false) =>
    navigate({
      to: '/r/$round/p',
      params: { round: round.round },
      search: next,
      replace,
    })
  useEffect(() => {
    noteSearch(round.round, search)
    // The order stands in the address, so that a shared one shows the same.
    if (search.order === undefined) void go({ ...search, order: seed }, true)
  })
  const regions = useMemo(() => regionsOf(list.texts), [list.texts])
  return (
    <Page title={t`제안`} back={<BackToNamedRound round={round} />}>
      <p className="text-blocks">
        <Trans>
          먼저 나온 제안이 이득을 보지 않도록 무작위 차례로 보여 드립니다. 이
          기기에서는 늘 같은 차례입니다.
        </Trans>
      </p>
      <SearchForm
        key={JSON.stringify({ ...search, page: 0 })}
        search={search}
        seed={seed}
        roundText={text}
        regions={regions}
        onSearch={(next) => void go(next)}
      />
      <ProposalList
        round={round}
        roundText={text}
        search={search}
        list={list}
        onClear={() => void go({ order: search.order })}
      />
    </Page>
  )
}

function regionsOf(
  texts: ReturnType<typeof useProposalList>['texts'],
): string[] {
  const regions = new Set<string>()
  for (const { region } of texts?.values() ?? [])
    for (const name of Object.values(region)) regions.add(name)
  return [...regions].sort((one, other) => one.localeCompare(other))
}

export default ProposalsPage

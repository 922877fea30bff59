/** The public log of a round: every official act, newest first. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useSearch } from '@tanstack/react-router'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { useFormats } from '../../hooks/useFormats.ts'
import { useBlockTimes } from '../../queries/blockTimes.ts'
import { type Round, useRound } from '../../queries/round.ts'
import { ActItem } from './log/ActItem.tsx'
import { KindFilter } from './log/KindFilter.tsx'
import type { LogSearch } from './log/search.ts'
import { SaveButton } from './log/SaveButton.tsx'
import { useActs } from './log/useActs.ts'
import { useSentences } from './log/useSentences.ts'
import { BackToNamedRound } from '../../components/BackToNamedRound.tsx'

const size = 30

function LogPage() {
  const { t } = useLingui()
  const round = useRound()
  const known: unknown = useSearch({ strict: false })
  const search = known as LogSearch
  return (
    <Page title={t`공개 장부의 기록`} back={<BackToNamedRound round={round} />}>
      <p className="lead text-blocks">
        <Trans>
          이 회차에서 한 일이 모두 있습니다. 지우거나 고칠 수 없고, 누구나 같은
          것을 봅니다.
        </Trans>
      </p>
      <KindFilter round={round.round} />
      <Acts round={round} search={search} />
    </Page>
  )
}

function Acts({ round, search }: { round: Round; search: LogSearch }) {
  const { page = 1 } = search
  // One more than is shown tells whether there are older ones.
  const wanted = page * size + 1
  const read = useActs(round, search.kind, wanted)
  const { acts, error, isAll, isPending, readAll, refetch } = read
  const sentenceOf = useSentences(round)
  const pages = isAll ? Math.max(1, Math.ceil(acts.length / size)) : undefined
  const current = Math.min(page, pages ?? page)
  const shown = acts.slice((current - 1) * size, current * size)
  const times = useBlockTimes(shown.map(({ blockNumber }) => blockNumber))
  if (error) return <Failure error={error} onRetry={refetch} />
  if (isPending) return <Loading />
  if (acts.length === 0)
    return (
      <Notice>
        <p>
          <Trans>아직 이런 기록이 없습니다.</Trans>
        </p>
      </Notice>
    )
  const from = (current - 1) * size + 1
  const span = { from, to: from + shown.length - 1 }
  return (
    <section className="stack text-blocks">
      <p className="strong" role="status">
        <Span {...span} all={isAll ? acts.length : undefined} />
      </p>
      <ol className="acts">
        {shown.map((act) => (
          <li key={`${act.transactionHash} ${act.logIndex}`}>
            <ActItem
              act={act}
              sentence={sentenceOf(act)}
              time={times.get(act.blockNumber)}
            />
          </li>
        ))}
      </ol>
      <Pager round={round.round} search={search} page={current} pages={pages} />
      <SaveButton readAll={readAll} sentenceOf={sentenceOf} />
    </section>
  )
}

type SpanProps = { from: number; to: number; all: number | undefined }

function Span({ all, from, to }: SpanProps) {
  const { number } = useFormats()
  const [first, last] = [number(from), number(to)]
  return all === undefined ? (
    <Trans>
      가장 새로운 것부터 {first}–{last}
    </Trans>
  ) : (
    <Trans>
      기록 {number(all)}건 중 {first}–{last}
    </Trans>
  )
}

type PagerProps = {
  round: string
  search: LogSearch
  page: number
  /** Unknown until all are read. */
  pages: number | undefined
}

function Pager({ page, pages, round, search }: PagerProps) {
  const { t } = useLingui()
  if (pages === 1) return null
  const linkTo = (target: number) =>
    ({
      to: '/r/$round/log',
      params: { round },
      search: { ...search, page: target },
      className: 'button',
      onClick: () => {
        window.scrollTo(0, 0)
      },
    }) as const
  return (
    <nav className="pager no-print" aria-label={t`쪽`}>
      {page > 1 && (
        <Link {...linkTo(page - 1)}>
          <Trans>더 새로운 기록</Trans>
        </Link>
      )}
      <span aria-current="page">
        {pages === undefined ? (
          <Trans>{page}쪽</Trans>
        ) : (
          <Trans>
            {pages}쪽 중 {page}쪽
          </Trans>
        )}
      </span>
      {(pages === undefined || page < pages) && (
        <Link {...linkTo(page + 1)}>
          <Trans>더 오래된 기록</Trans>
        </Link>
      )}
    </nav>
  )
}

export default LogPage

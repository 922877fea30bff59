/** Around every page of a round: waits for what stands about it, heads what is printed. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { type Address, getAddress, isAddress } from 'viem'
import { Failure } from '../components/Failure.tsx'
import { Loading } from '../components/Loading.tsx'
import { Page } from '../components/Page.tsx'
import { useConfig } from '../config/useConfig.ts'
import { withMessages } from '../locales/withMessages.tsx'
import { RoundUnknownError, roundQuery } from '../queries/round.ts'
import { useNode } from '../queries/useNode.ts'
import { useOpenToPrint } from './useOpenToPrint.ts'

/** A reviewer's phone need not load what only paper shows. */
const PrintHead = lazy(() =>
  withMessages(['rounds'], async () => {
    const { PrintHead } = await import('../features/rounds/parts/PrintHead.tsx')
    return { default: PrintHead }
  }),
)

export function RoundLayout() {
  const params: unknown = useParams({ strict: false })
  const { round = '' } = params as { round?: string }
  // A hand-copied address has no capitals to check.
  if (!isAddress(round, { strict: false })) return <NoRound />
  return <KnownRound round={getAddress(round)} />
}

function KnownRound({ round }: { round: Address }) {
  const { data, error, isPending, refetch } = useQuery(
    roundQuery(useNode(), useConfig(), round),
  )
  const isReview = useRouterState({
    select: ({ location }) => location.pathname.includes('/review'),
  })
  useOpenToPrint()
  if (data)
    return (
      <>
        {!isReview && (
          <Suspense>
            <PrintHead round={data} />
          </Suspense>
        )}
        <Outlet />
      </>
    )
  if (isPending) return <Loading />
  if (error instanceof RoundUnknownError) return <NoRound />
  return <Failure error={error} onRetry={() => void refetch()} />
}

function NoRound() {
  const { t } = useLingui()
  return (
    <Page title={t`이 주소의 회차가 없습니다`} isText>
      <p>
        <Trans>
          주소가 잘렸거나, 이 페이지가 아는 곳에서 만든 회차가 아닙니다.
        </Trans>
      </p>
      <p>
        <Link to="/" className="button button--main">
          <Trans>회차 목록 보기</Trans>
        </Link>
      </p>
    </Page>
  )
}

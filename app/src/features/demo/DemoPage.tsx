/** On the local chain anybody can be any reviewer: all its keys are known. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Failure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { Page } from '../../components/Page.tsx'
import type { Config } from '../../config/config.ts'
import { useConfig } from '../../config/useConfig.ts'
import { proposalsQuery } from '../../queries/proposals.ts'
import { useRoundOf } from '../../queries/round.ts'
import { useNode } from '../../queries/useNode.ts'
import { DemoReviewers } from './components/DemoReviewers.tsx'
import './demo.css'

function DemoPage() {
  const { t } = useLingui()
  const { demo } = useConfig()
  return (
    <Page title={t`견본 심사자 고르기`}>
      {demo ? (
        <Choice demo={demo} />
      ) : (
        <p>
          <Trans>
            견본 열쇠는 이 컴퓨터에서만 도는 체인(<code>npm start</code>)에
            있습니다. 여기에는 없습니다.
          </Trans>
        </p>
      )}
    </Page>
  )
}

function Choice({ demo }: { demo: NonNullable<Config['demo']> }) {
  const round = useRoundOf(demo.round)
  const node = useNode()
  const proposals = useQuery({
    ...proposalsQuery(node, round.data ?? { round: demo.round, fromBlock: 0n }),
    enabled: round.data !== undefined,
  })
  const error = round.error ?? proposals.error
  if (error)
    return <Failure error={error} onRetry={() => void round.refetch()} />
  if (!round.data || !proposals.data) return <Loading />
  return (
    <>
      <p className="notice notice--warn">
        <Trans>
          누구나 아는 열쇠입니다. 누구든 아무 심사자나 되어 볼 수 있고, 아무
          효력도 없습니다.
        </Trans>
      </p>
      <DemoReviewers
        demo={demo}
        round={round.data}
        proposals={proposals.data}
      />
    </>
  )
}

export default DemoPage

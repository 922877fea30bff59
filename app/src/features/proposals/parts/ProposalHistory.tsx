/** All that happened to a proposal on the chain, with its dates. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { Hash } from 'viem'
import { Proof } from '../../../components/Proof.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useBlockTimes } from '../../../queries/blockTimes.ts'
import type { ListedProposal } from '../../../queries/proposals.ts'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { historyQuery, type ProposalLog } from '../history.ts'
import { Reason } from './Screening.tsx'

export type ProposalHistoryProps = { round: Round; proposal: ListedProposal }

export function ProposalHistory({ proposal, round }: ProposalHistoryProps) {
  const { data } = useQuery(historyQuery(useNode(), round))
  const logs = (data ?? []).filter(({ args }) => args.key === proposal.key)
  const times = useBlockTimes(logs.map(({ blockNumber }) => blockNumber))
  if (logs.length === 0) return null
  return (
    <section className="stack text-blocks" aria-labelledby="history">
      <h2 id="history">
        <Trans>지금까지의 판</Trans>
      </h2>
      <ol className="stack">
        {logs.map((log) => (
          <li key={`${log.transactionHash} ${log.logIndex}`}>
            <Happened
              log={log}
              time={times.get(log.blockNumber)}
              shown={proposal.reason}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

type HappenedProps = {
  log: ProposalLog
  time: number | undefined
  /** The reason that stands above already. */
  shown: Hash | null
}

function Happened({ log, shown, time }: HappenedProps) {
  const { moment } = useFormats()
  return (
    <>
      <p>
        <What log={log} />
        {time !== undefined && <> · {moment(time)}</>}
      </p>
      {log.eventName === 'ProposalScreened' && log.args.reason !== shown && (
        <Reason digest={log.args.reason} />
      )}
      <Proof>
        <p>
          <Trans>블록 {String(log.blockNumber)}</Trans>
          <br />
          <code>{log.transactionHash}</code>
        </p>
      </Proof>
    </>
  )
}

function What({ log }: { log: ProposalLog }) {
  const { version } = log.args
  if (log.eventName === 'ProposalWithdrawn') return <Trans>철회했습니다</Trans>
  if (log.eventName === 'ProposalRegistered')
    return <Trans>{version}판을 냈습니다</Trans>
  return log.args.accepted ? (
    <Trans>{version}판이 적격으로 결정됐습니다</Trans>
  ) : (
    <Trans>{version}판이 부적격으로 결정됐습니다</Trans>
  )
}

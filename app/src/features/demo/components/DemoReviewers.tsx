/** The reviewers of the sample, by community: who has sent, and who has not. */
import { Trans } from '@lingui/react/macro'
import { useQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Config } from '../../../config/config.ts'
import { useConfig } from '../../../config/useConfig.ts'
import {
  readProposalText,
  say,
  spokenIn,
} from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { holdKey } from '../../../keys/heldKeys.ts'
import { documentQuery } from '../../../queries/documents.ts'
import type { ListedProposal } from '../../../queries/proposals.ts'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { readRound } from '../../../../../chain/readRound.ts'

type Demo = NonNullable<Config['demo']>
type DemoReviewer = Demo['reviewers'][number]

export type DemoReviewersProps = {
  demo: Demo
  round: Round
  proposals: readonly ListedProposal[]
}

export function DemoReviewers({ demo, proposals, round }: DemoReviewersProps) {
  const seats = round.rules.seatsPerCommunity
  const onRoster = proposals
    .filter(({ number }) => number > 0)
    .sort((one, other) => one.number - other.number)
  return (
    <ul className="plain-list stack">
      {onRoster.map((proposal) => (
        <Community
          key={proposal.number}
          proposal={proposal}
          demo={demo}
          reviewers={demo.reviewers.filter(
            ({ reviewer }) => Math.ceil(reviewer / seats) === proposal.number,
          )}
          seats={seats}
        />
      ))}
    </ul>
  )
}

type CommunityProps = {
  demo: Demo
  proposal: ListedProposal
  reviewers: readonly DemoReviewer[]
  seats: number
}

function Community({ demo, proposal, reviewers, seats }: CommunityProps) {
  const language = useLanguage()
  const { relayers } = useConfig()
  const node = useNode()
  const [{ data }] = useQueries({
    queries: [documentQuery(relayers, proposal.digest)],
  })
  const versions = useQueries({
    queries: reviewers.map(({ reviewer }) => ({
      queryKey: ['lastVersion', node.uid, demo.round, reviewer],
      queryFn: async () => {
        const args = [BigInt(reviewer)] as const
        const call = { round: demo.round, functionName: 'lastVersion', args }
        return Number(await readRound(node, call as never))
      },
    })),
  })
  const text = readProposalText(data?.content ?? null)
  return (
    <li className="card stack stack--tight">
      <h2 lang={spokenIn(text.community, language)}>
        {say(text.community, language) || proposal.number}
      </h2>
      <p className="quiet" lang={spokenIn(text.title, language)}>
        {say(text.title, language)}
      </p>
      <div className="row">
        {reviewers.map((one, index) => (
          <Seat
            key={one.reviewer}
            round={demo.round}
            reviewer={one}
            seat={((one.reviewer - 1) % seats) + 1}
            hasCast={(versions[index]?.data ?? Number(one.hasCast)) > 0}
          />
        ))}
      </div>
    </li>
  )
}

type SeatProps = {
  round: Demo['round']
  reviewer: DemoReviewer
  seat: number
  hasCast: boolean
}

function Seat({ hasCast, reviewer: one, round, seat }: SeatProps) {
  const navigate = useNavigate()
  const { chainId } = useConfig()
  async function be() {
    const { addressOf } = await import('../../../keys/demoKey.ts')
    const { reviewer, secret } = one
    const key = addressOf(secret)
    holdKey({ kind: 'demo', chainId, round, reviewer, key, secret })
    void navigate({ to: '/r/$round/review', params: { round } })
  }
  return (
    <button
      className="button demo-seat"
      type="button"
      onClick={() => void be()}
    >
      <span>
        <Trans>
          {seat}번째 자리 · 심사자 {one.reviewer}번
        </Trans>
      </span>
      <span className={hasCast ? 'state state--good' : 'state'}>
        {hasCast ? <Trans>보냄</Trans> : <Trans>아직</Trans>}
      </span>
    </button>
  )
}

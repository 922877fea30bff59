/** Decisions that cannot be recorded any more, and why: told until it was seen. */
import { Trans } from '@lingui/react/macro'
import type { Address } from 'viem'
import { Notice } from '../../../components/Notice.tsx'
import { ProposalName } from '../../proposals/parts/ProposalName.tsx'
import { type UseScreeningDraft, without } from '../api/draft.ts'
import type { SortedDecision } from '../api/sortDecisions.ts'

export type DroppedProps = {
  sorted: readonly SortedDecision[]
  onSeen: UseScreeningDraft['edit']
  onRead: (key: Address) => void
}

const kinds = ['replaced', 'elsewhere', 'withdrawn']

export function Dropped({ onRead, onSeen, sorted }: DroppedProps) {
  const dropped = sorted.filter(({ state }) => kinds.includes(state))
  if (dropped.length === 0) return null
  const keys = dropped.map(({ proposal }) => proposal.key)
  return (
    <Notice kind="warn" isAlert>
      <p className="strong">
        <Trans>아래 결정은 기록하지 않습니다. 나머지는 그대로 있습니다.</Trans>
      </p>
      <ul>
        {dropped.map((one) => (
          <li key={one.proposal.key}>
            <button
              className="button button--quiet"
              type="button"
              onClick={() => {
                onRead(one.proposal.key)
              }}
            >
              <ProposalName proposal={one.proposal} />
            </button>{' '}
            <Why decided={one} />
          </li>
        ))}
      </ul>
      <p>
        <button
          className="button"
          type="button"
          onClick={() => {
            onSeen((draft) => without(draft, keys))
          }}
        >
          <Trans>알겠습니다</Trans>
        </button>
      </p>
    </Notice>
  )
}

function Why({ decided }: { decided: SortedDecision }) {
  const { decision, proposal, state } = decided
  const { version: read } = decision
  const { version } = proposal
  if (state === 'replaced')
    return (
      <Trans>
        새 판이 있습니다. 읽으신 것은 {read}번째 판이고, 지금은 {version}번째
        판입니다.
      </Trans>
    )
  if (state === 'withdrawn') return <Trans>신청자가 철회했습니다.</Trans>
  return <Trans>다른 화면에서 먼저 결정했습니다.</Trans>
}

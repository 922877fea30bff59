/** What the applicant may do with a proposal now: replace, withdraw, object. */
import { Trans } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { useConfig } from '../../../config/useConfig.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import { useDocument } from '../../../queries/documents.ts'
import type { ListedProposal } from '../../../queries/proposals.ts'
import { useRound } from '../../../queries/round.ts'
import { useDraft } from '../api/draft.ts'
import { toDraft } from '../api/toDraft.ts'
import { Withdraw } from './Withdraw.tsx'

export type OwnActionsProps = { heldKey: HeldKey; proposal: ListedProposal }

export function OwnActions({ heldKey, proposal }: OwnActionsProps) {
  const { phase, round } = useRound()
  const mayObject = phase === 'objections' && proposal.number > 0
  return (
    <div className="stack stack--tight">
      {phase === 'registration' && <Replace proposal={proposal} />}
      {mayWithdraw(phase, proposal) && (
        <Withdraw heldKey={heldKey} proposal={proposal} />
      )}
      {mayObject && (
        <p>
          <Link to="/r/$round/objections" params={{ round }} className="button">
            <Trans>이의 신청하기</Trans>
          </Link>
        </p>
      )}
    </div>
  )
}

/** As the contract has it: not between the roster's first part and its last. */
function mayWithdraw(
  phase: string,
  { decision, number }: ListedProposal,
): boolean {
  if (decision === 'withdrawn') return false
  if (phase === 'registration' || phase === 'screening') return number === 0
  const whileItRuns = ['roll', 'draw', 'review', 'opening', 'ranking']
  return whileItRuns.includes(phase) && number > 0
}

function Replace({ proposal }: { proposal: ListedProposal }) {
  const { relayers } = useConfig()
  const { round } = useRound()
  const navigate = useNavigate()
  const { change, draft } = useDraft(round, useLanguage())
  const { data } = useDocument(proposal.digest)
  const isOther = draft.title !== '' || draft.text !== ''
  const isThis = draft.replaces === proposal.key.toLowerCase()
  function edit() {
    if (!isThis) change(toDraft(proposal, data?.content ?? null))
    void navigate({ to: '/r/$round/apply', params: { round } })
  }
  if (!data && relayers.length > 0) return null
  return (
    <p>
      <button className="button" type="button" onClick={edit}>
        <Trans>고쳐서 다시 내기</Trans>
      </button>{' '}
      {isOther && !isThis && (
        <span className="quiet">
          <Trans>쓰고 있던 다른 글은 지워집니다.</Trans>
        </span>
      )}
    </p>
  )
}

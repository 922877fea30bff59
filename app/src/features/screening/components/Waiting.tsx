/** The proposals to choose from: those that wait, or all; with what was decided of each. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Address } from 'viem'
import { Said } from '../../../components/Said.tsx'
import type { ListedProposal } from '../../../queries/proposals.ts'
import type { Texts } from '../../../queries/texts.ts'
import { ProposalName } from '../../proposals/parts/ProposalName.tsx'
import { State } from '../../proposals/parts/State.tsx'
import type { SortedDecision } from '../api/sortDecisions.ts'
import { DecisionMark } from './DecisionMark.tsx'

export type WaitingProps = {
  proposals: readonly ListedProposal[]
  sorted: readonly SortedDecision[]
  texts: Texts | undefined
  current: Address
  onChoose: (key: Address) => void
}

export function Waiting(props: WaitingProps) {
  const { current, onChoose, proposals, sorted, texts } = props
  const { t } = useLingui()
  const [isAll, setAll] = useState(false)
  const waiting = proposals.filter(({ decision }) => decision === 'pending')
  const shown = isAll ? proposals : waiting
  return (
    <nav className="stack stack--tight" aria-label={t`제안`}>
      <h2>
        <Trans>대기 {waiting.length}건</Trans>
      </h2>
      <label className="choice">
        <input
          type="checkbox"
          checked={isAll}
          onChange={({ target }) => {
            setAll(target.checked)
          }}
        />
        <Trans>확인한 것도 보기 (모두 {proposals.length}건)</Trans>
      </label>
      <ul className="plain-list desk__list">
        {shown.map((proposal) => (
          <li key={proposal.key}>
            <button
              type="button"
              className="desk__item"
              aria-current={proposal.key === current}
              onClick={() => {
                onChoose(proposal.key)
              }}
            >
              <span>
                <ProposalName proposal={proposal} />{' '}
                <Said words={texts?.get(proposal.digest)?.title} />
              </span>
              <span className="row">
                {proposal.decision !== 'pending' && (
                  <State standing={proposal.decision} />
                )}
                <DecisionMark
                  decided={sorted.find(
                    (one) => one.proposal.key === proposal.key,
                  )}
                />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

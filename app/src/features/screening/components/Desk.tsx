/** List, text and decision side by side, and under them what will be recorded. */
import { useEffect, useState } from 'react'
import type { Address } from 'viem'
import type { ListedProposal } from '../../../queries/proposals.ts'
import { useRound } from '../../../queries/round.ts'
import { useTexts } from '../../../queries/texts.ts'
import { useScreeningDraft, without } from '../api/draft.ts'
import { sortDecisions } from '../api/sortDecisions.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { Dropped } from './Dropped.tsx'
import { ReadProposal } from './ReadProposal.tsx'
import { Recording } from './Recording.tsx'
import { Waiting } from './Waiting.tsx'

export type DeskProps = {
  proposals: readonly ListedProposal[]
  isOver: boolean
}

export function Desk({ isOver, proposals }: DeskProps) {
  const { round } = useRound()
  const using = useScreeningDraft(round)
  const { draft, edit } = using
  const sorted = sortDecisions(draft, proposals)
  const texts = useTexts(round, proposals)
  const [chosen, setChosen] = useState<Address>()
  const first = proposals.find(({ decision }) => decision === 'pending')
  const current =
    proposals.find(({ key }) => key === chosen) ?? first ?? proposals[0]
  const recorded = sorted
    .filter(({ state }) => state === 'recorded')
    .map(({ proposal }) => proposal.key)
  const done = recorded.join()
  useEffect(() => {
    // What stands on the chain is no draft any more.
    if (done !== '')
      edit((standing) => without(standing, done.split(',') as Address[]))
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each that came
  }, [done])
  if (!current) return null
  return (
    <>
      <Dropped sorted={sorted} onSeen={edit} onRead={setChosen} />
      <div className="desk">
        <Waiting
          proposals={proposals}
          sorted={sorted}
          texts={texts.data}
          current={current.key}
          onChoose={setChosen}
        />
        <div className="stack">
          <ReadProposal key={current.digest} proposal={current} />
          {!isOver && (
            <DecisionForm
              key={`${current.key} ${current.version}`}
              proposal={current}
              using={using}
              onNext={nextOf(proposals, current, setChosen)}
            />
          )}
        </div>
      </div>
      {!isOver && <Recording sorted={sorted} using={using} />}
    </>
  )
}

function nextOf(
  proposals: readonly ListedProposal[],
  current: ListedProposal,
  choose: (key: Address) => void,
): (() => void) | undefined {
  const next = proposals[proposals.indexOf(current) + 1]
  return (
    next &&
    (() => {
      choose(next.key)
    })
  )
}

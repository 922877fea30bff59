/** A proposal in the list: title, who proposes it, what it asks for, how it stands. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Said } from '../../../components/Said.tsx'
import {
  readProposalText,
  type RoundText,
} from '../../../documents/roundDocument.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import {
  DocumentNotShownError,
  useDocument,
} from '../../../queries/documents.ts'
import type { ListedProposal } from '../../../queries/proposals.ts'
import { noteOpened } from '../search.ts'
import type { Standing } from '../states.ts'
import { Category } from './Category.tsx'
import { Half } from './Half.tsx'
import { ProposalName } from './ProposalName.tsx'
import { State } from './State.tsx'

export type ProposalRowProps = {
  round: string
  roundText: RoundText
  proposal: ListedProposal
  half: 0 | 1 | undefined
  standing: Standing
  /** Its text is on the way with the others of the page. */
  isComing: boolean
}

export function ProposalRow(props: ProposalRowProps) {
  const { half, isComing, proposal, round, roundText, standing } = props
  const { money } = useFormats()
  const { data, error } = useDocument(isComing ? undefined : proposal.digest)
  const text = readProposalText(data?.content ?? null)
  const number = proposal.number > 0 ? String(proposal.number) : proposal.key
  return (
    <article className="card proposal">
      <h2 className="proposal__title">
        <Link
          id={idOfLink(number)}
          to="/r/$round/p/$number"
          params={{ round, number }}
          onClick={() => {
            noteOpened(round, number)
          }}
        >
          {data ? (
            <Said words={text.title} otherwise={<Trans>제목 없음</Trans>} />
          ) : (
            <Untitled error={error} />
          )}
        </Link>
      </h2>
      <p className="proposal__facts">
        <strong>
          <ProposalName proposal={proposal} />
        </strong>
        <Said words={text.community} />
        <Said words={text.region} />
        {half !== undefined && <Half half={half} />}
        <Category number={proposal.category} text={roundText} />
        <span>{money(proposal.ask, roundText.currency)}</span>
        <State standing={standing} />
      </p>
    </article>
  )
}

/** Whoever comes back finds the focus where it was. */
export function idOfLink(number: string): string {
  return `proposal-${number}`
}

function Untitled({ error }: { error: unknown }) {
  if (!error) return <Trans>제목을 읽는 중입니다…</Trans>
  const problem =
    error instanceof DocumentNotShownError ? error.problem : 'unreachable'
  if (problem === 'deleted') return <Trans>삭제된 글</Trans>
  if (problem === 'wrong') return <Trans>등록된 글과 다른 글</Trans>
  return <Trans>글을 읽지 못한 제안</Trans>
}

/** The text that is screened, as everybody reads it. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { DocumentFailure } from '../../../components/DocumentFailure.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { Said } from '../../../components/Said.tsx'
import { readProposalText } from '../../../documents/roundDocument.ts'
import { useDocument } from '../../../queries/documents.ts'
import type { ListedProposal } from '../../../queries/proposals.ts'
import { useRound } from '../../../queries/round.ts'
import { useRoundText } from '../../../queries/useRoundText.ts'
import { AskFacts } from '../../proposals/parts/AskFacts.tsx'
import { ProposalName } from '../../proposals/parts/ProposalName.tsx'
import { ProposalWords } from '../../proposals/parts/ProposalWords.tsx'
import { State } from '../../proposals/parts/State.tsx'
import '../../proposals/proposals.css'

export function ReadProposal({ proposal }: { proposal: ListedProposal }) {
  const { round, rules } = useRound()
  const { text: roundText } = useRoundText(rules.document)
  const { data, error, refetch } = useDocument(proposal.digest)
  const text = readProposalText(data?.content ?? null)
  const { decision, key, version } = proposal
  return (
    <section className="card stack" aria-labelledby="screened">
      <h2 id="screened">
        <Said
          words={text.title}
          otherwise={<ProposalName proposal={proposal} />}
        />
      </h2>
      <p className="proposal__facts">
        <strong>
          <ProposalName proposal={proposal} />
        </strong>
        <span>
          <Trans>{version}번째 판</Trans>
        </span>
        <Said words={text.community} />
        <AskFacts roundText={roundText} {...proposal} />
        <State standing={decision} />
      </p>
      {error ? (
        <DocumentFailure error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <ProposalWords text={text} ask={proposal.ask} />
      ) : (
        <Loading />
      )}
      <p>
        <Link
          className="back"
          to="/r/$round/p/$number"
          params={{ round, number: key }}
        >
          <Trans>이 제안의 모든 판과 기록</Trans>
        </Link>
      </p>
    </section>
  )
}

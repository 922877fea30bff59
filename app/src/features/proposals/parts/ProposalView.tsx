/** All parts of a proposal's page, in their order. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { hasHalves } from '../../../../../protocol/rules.ts'
import { placeOf } from '../../../../../protocol/draw.ts'
import { DocumentFailure } from '../../../components/DocumentFailure.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { Page } from '../../../components/Page.tsx'
import { Said } from '../../../components/Said.tsx'
import {
  readProposalText,
  say,
  spokenIn,
} from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { useDocument } from '../../../queries/documents.ts'
import { drawQuery } from '../../../queries/draw.ts'
import type { ListedProposal } from '../../../queries/proposals.ts'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { useRoundText } from '../../../queries/useRoundText.ts'
import { useStandingOf } from '../outcome.ts'
import { AskFacts } from './AskFacts.tsx'
import { BackToList } from './BackToList.tsx'
import { Half } from './Half.tsx'
import { ProposalName } from './ProposalName.tsx'
import { ProposalHistory } from './ProposalHistory.tsx'
import { ProposalProof } from './ProposalProof.tsx'
import { ProposalWords } from './ProposalWords.tsx'
import { Screening } from './Screening.tsx'
import { State } from './State.tsx'

type ProposalViewProps = { round: Round; proposal: ListedProposal }

export function ProposalView({ proposal, round }: ProposalViewProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const query = useDocument(proposal.digest)
  const text = readProposalText(query.data?.content ?? null)
  const title = say(text.title, language)
  const { number, ordinal } = proposal
  const name = number > 0 ? t`${number}번 제안` : t`접수 ${ordinal}번 제안`
  return (
    <Page
      title={title || name}
      lang={title ? spokenIn(text.title, language) : undefined}
      back={<BackToList round={round.round} />}
    >
      <Facts round={round} proposal={proposal} community={text.community} />
      {query.isPending && <Loading />}
      {query.error && (
        <DocumentFailure
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data && <ProposalWords text={text} ask={proposal.ask} />}
      <Screening proposal={proposal} />
      <ProposalHistory round={round} proposal={proposal} />
      <p className="no-print">
        <button
          className="button"
          type="button"
          onClick={() => {
            window.print()
          }}
        >
          <Trans>인쇄</Trans>
        </button>
      </p>
      <ProposalProof proposal={proposal} />
    </Page>
  )
}

type FactsProps = ProposalViewProps & {
  community: ReturnType<typeof readProposalText>['community']
}

function Facts({ community, proposal, round }: FactsProps) {
  const { text } = useRoundText(round.rules.document)
  const { data: draw } = useQuery(drawQuery(useNode(), round))
  const standing = useStandingOf(round)(proposal)
  const half =
    draw && hasHalves(round.rules) && proposal.number > 0
      ? placeOf(draw, proposal.number).half
      : undefined
  return (
    <p className="proposal__facts lead">
      <strong>
        <ProposalName proposal={proposal} />
      </strong>
      <Said words={community} />
      {half !== undefined && <Half half={half} />}
      <AskFacts roundText={text} {...proposal} />
      <State standing={standing} />
    </p>
  )
}

/** A proposal that is not registered yet, as others will see it. */
import { Trans } from '@lingui/react/macro'
import { Said } from '../../../components/Said.tsx'
import type {
  ProposalText,
  RoundText,
} from '../../../documents/roundDocument.ts'
import { AskFacts } from './AskFacts.tsx'
import { ProposalWords } from './ProposalWords.tsx'
import '../proposals.css'

export type ProposalPreviewProps = {
  text: ProposalText
  roundText: RoundText
  category: number
  ask: bigint
}

export function ProposalPreview({
  ask,
  category,
  roundText,
  text,
}: ProposalPreviewProps) {
  return (
    <div className="stack">
      <h2>
        <Said words={text.title} otherwise={<Trans>제목 없음</Trans>} />
      </h2>
      <p className="proposal__facts lead">
        <Said words={text.community} />
        <AskFacts roundText={roundText} category={category} ask={ask} />
      </p>
      <ProposalWords text={text} ask={ask} />
    </div>
  )
}

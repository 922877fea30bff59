/** A proposal's number; before the roster the order in which it came. */
import { Trans } from '@lingui/react/macro'
import type { ListedProposal } from '../../../queries/proposals.ts'

type Named = Pick<ListedProposal, 'number' | 'ordinal'>

export function ProposalName({
  proposal: { number, ordinal },
}: {
  proposal: Named
}) {
  return number > 0 ? (
    <Trans>{number}번</Trans>
  ) : (
    <Trans>접수 {ordinal}번</Trans>
  )
}

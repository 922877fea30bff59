/** Words for how a proposal stands. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ListedProposal } from '../../queries/proposals.ts'

export type Standing = ListedProposal['decision'] | 'recommended' | 'selected'

export const standings = [
  'pending',
  'accepted',
  'refused',
  'withdrawn',
] as const satisfies readonly Standing[]

export const standingNames: Readonly<Record<Standing, MessageDescriptor>> = {
  pending: msg`제출됨`,
  accepted: msg`적격`,
  refused: msg`부적격`,
  withdrawn: msg`철회됨`,
  recommended: msg`추천`,
  selected: msg`선정`,
}

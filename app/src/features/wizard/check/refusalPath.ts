/** The field beside which a refusal of rules is told. */
import { roles } from '../../../../../chain/enums.ts'
import type { Refusal } from '../../../../../protocol/checkRules.ts'
import type { Mend } from '../../../../../protocol/mendRules.ts'

const paths: Readonly<Record<string, string>> = {
  Rules_DocumentMissing: 'document',
  Rules_Reviewers: 'seatsPerCommunity',
  Rules_ReviewerCount: 'reviewers',
  Rules_ListLength: 'listLength',
  Rules_ValueCount: 'listLength',
  Rules_Weights: 'weights[0]',
  Rules_MaxScore: 'maxScore',
  Rules_BallotLimit: 'ballotLimit',
  Rules_SeatsOrBudget: 'seats',
  Rules_RosterBounds: 'listLength',
  Rules_SumOverflow: 'maxScore',
  Rules_MinOpened: 'minOpened',
  Rules_DrawDelay: 'drawDelay',
  Rules_Trustees: 'threshold',
  Rules_Verifier: 'verifiers',
  Round_RosterSize: 'proposals',
  Round_SumOverflow: 'maxScore',
}

/** A number that can be mended stands in its own field. */
export function refusalPath(refusal: Refusal, mend: Mend | undefined): string {
  const { error, values } = refusal
  if (error === 'Rules_HolderMissing')
    return `holders.${roles[Number(values['role'])] ?? ''}`
  if (error === 'Rules_TrusteeListed') return 'trustees'
  if (error === 'Rules_Quota' && !mend)
    return `quotas[${Number(values['index'])}]`
  return mend?.path ?? paths[error] ?? 'name'
}

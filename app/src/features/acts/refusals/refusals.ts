/** One table from the name of a contract's error to what it says to people. */
import type { ErrorName } from '../../../../../chain/contractErrors.ts'
import type { Explains } from './explanation.ts'
import { ofBallots } from './ofBallots.ts'
import { ofDecision } from './ofDecision.ts'
import { ofProposals } from './ofProposals.ts'
import { ofReceipts } from './ofReceipts.ts'
import { ofRoles } from './ofRoles.ts'
import { ofRoll } from './ofRoll.ts'
import { ofRules } from './ofRules.ts'
import { ofTrustees } from './ofTrustees.ts'

/** An error that is new in the ABIs and missing here breaks the type check. */
export const refusals: Explains<ErrorName> = {
  ...ofRoles,
  ...ofProposals,
  ...ofRoll,
  ...ofTrustees,
  ...ofBallots,
  ...ofDecision,
  ...ofRules,
  ...ofReceipts,
}

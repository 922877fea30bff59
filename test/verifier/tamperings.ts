/** Every way to falsify a round that the verifier is tried with. */
import { tamperingsOfBallots } from './tamperings/ofBallots.ts'
import { tamperingsOfChain } from './tamperings/ofChain.ts'
import { tamperingsOfResult } from './tamperings/ofResult.ts'
import { tamperingsOfSetup } from './tamperings/ofSetup.ts'
import { tamperingsOfState } from './tamperings/ofState.ts'
import type { Tampering } from './tamperings/tampering.ts'

export const tamperings: readonly Tampering[] = [
  ...tamperingsOfChain,
  ...tamperingsOfSetup,
  ...tamperingsOfBallots,
  ...tamperingsOfResult,
  ...tamperingsOfState,
]

/** The call that brings a signed act to its round, whoever sends it. */
import type { SignedAct } from '../protocol/signedAct.ts'
import { roundAbi } from './generated/abis.ts'
import type { SendCallParameters } from './sendCall.ts'

export function toSignedCall(act: SignedAct): SendCallParameters {
  const { key, round: address, signature } = act
  const call = (functionName: string, args: readonly unknown[]) => ({
    ...{ address, abi: roundAbi, functionName, args },
  })
  switch (act.type) {
    case 'Proposal':
      return call('registerProposal', [key, act.message, signature])
    case 'Withdrawal':
      return call('withdrawProposal', [key, act.message.version, signature])
    case 'Objection': {
      const { digest } = act.message
      return act.reviewer === undefined
        ? call('objectAsApplicant', [key, digest, signature])
        : call('objectAsReviewer', [BigInt(act.reviewer), digest, signature])
    }
  }
}

/** Registrations and withdrawals are signed by the proposal's own key. */
import { proposalDigest, withdrawalDigest } from '../../protocol/typedData.ts'
import type { SignatureAnswer } from '../checkSignature.ts'
import { placeOfEvent, type RoundEvent } from '../history/event.ts'
import { isSame } from '../isSame.ts'
import { proposalsSentences } from '../sentences/proposals.ts'
import { type Check, type CheckContext, passed, type Problem } from './check.ts'
import { checkAct, readSignedCall } from './signedCall.ts'

const say = proposalsSentences['proposals.signatures']

type Act = RoundEvent<'ProposalRegistered' | 'ProposalWithdrawn'>

export const proposalsSignatures: Check = {
  name: 'proposals.signatures',
  needs: ['chain.transactions', 'rules.digest', 'proposals.history'],
  async run(context) {
    const failures: Problem[] = []
    const notes: Problem[] = []
    const acts = context.history.events.filter(
      (event): event is Act =>
        event.name === 'ProposalRegistered' ||
        event.name === 'ProposalWithdrawn',
    )
    let signatures = 0
    for (const [index, event] of acts.entries()) {
      await context.step(index, acts.length)
      const answer = answerOf(context, event)
      const where = { ...placeOfEvent(event), key: event.args.key }
      if (answer === 'valid') signatures += 1
      else if (answer === 'unknown')
        notes.push({ where, sentence: say.unseen() })
      else failures.push({ where, sentence: say[answer]() })
    }
    return passed(say.passed({ signatures }), { failures, notes })
  },
}

function answerOf(context: CheckContext, event: Act): SignatureAnswer | 'call' {
  const call = readSignedCall(context, event)
  if (!call) return 'unknown'
  const { separator } = context.facts
  const { key } = event.args
  if (event.name === 'ProposalRegistered') {
    if (call.functionName !== 'registerProposal') return 'call'
    const [signer, registration, signature] = call.args
    const { version, digest, category, ask } = event.args
    const isTheSame =
      isSame(signer, key) &&
      registration.version === version &&
      registration.digest === digest &&
      registration.category === category &&
      registration.ask === ask
    if (!isTheSame) return 'call'
    const signed = proposalDigest(separator, registration)
    return checkAct(context, event, key, signed, signature)
  }
  if (call.functionName !== 'withdrawProposal') return 'call'
  const [signer, version, signature] = call.args
  if (!isSame(signer, key) || version !== event.args.version) return 'call'
  const signed = withdrawalDigest(separator, { version })
  return checkAct(context, event, key, signed, signature)
}

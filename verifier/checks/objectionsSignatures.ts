/** Objections are signed by their keys. */
import { objectionDigest } from '../../protocol/typedData.ts'
import type { SignatureAnswer } from '../checkSignature.ts'
import { placeOfEvent, type RoundEvent } from '../history/event.ts'
import { eventsOf } from '../history/history.ts'
import { isSame } from '../isSame.ts'
import { resultSentences } from '../sentences/result.ts'
import { notThereYet } from '../sentences/sentences.ts'
import {
  absent,
  type Check,
  type CheckContext,
  passed,
  type Problem,
} from './check.ts'
import { checkAct, readSignedCall } from './signedCall.ts'

const say = resultSentences['objections.signatures']

export const objectionsSignatures: Check = {
  name: 'objections.signatures',
  needs: ['chain.transactions', 'rules.digest', 'objections.history'],
  run(context) {
    const objected = eventsOf(context.history, 'Objected')
    if (objected.length === 0)
      return absent(notThereYet('objections.signatures'))
    const failures: Problem[] = []
    const notes: Problem[] = []
    for (const event of objected) {
      const answer = answerOf(context, event)
      const objection = Number(event.args.objection)
      const where = { ...placeOfEvent(event), objection }
      if (answer === 'unknown') notes.push({ where, sentence: say.unseen() })
      else if (answer !== 'valid')
        failures.push({ where, sentence: say[answer]() })
    }
    const signatures = objected.length - failures.length - notes.length
    return passed(say.passed({ signatures }), { failures, notes })
  },
}

function answerOf(
  context: CheckContext,
  event: RoundEvent<'Objected'>,
): SignatureAnswer | 'call' {
  const call = readSignedCall(context, event)
  if (!call) return 'unknown'
  const { digest, key, reviewer } = event.args
  const signed = objectionDigest(context.facts.separator, { digest })
  if (call.functionName === 'objectAsReviewer') {
    const [number, called, signature] = call.args
    if (number !== reviewer || called !== digest) return 'call'
    return checkAct(context, event, key, signed, signature)
  }
  if (call.functionName !== 'objectAsApplicant') return 'call'
  const [signer, called, signature] = call.args
  const isTheSame = isSame(signer, key) && called === digest && reviewer === 0n
  if (!isTheSame) return 'call'
  return checkAct(context, event, key, signed, signature)
}

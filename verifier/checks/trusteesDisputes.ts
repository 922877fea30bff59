/** Tells who is to blame for each dispute, by what everyone can decrypt. */
import { judgeDispute } from '../../protocol/keyDispute.ts'
import { keysSentences } from '../sentences/keys.ts'
import { type Check, passed, type Problem } from './check.ts'
import type { AttemptFact } from './facts.ts'

const say = keysSentences['trustees.disputes']

export const trusteesDisputes: Check = {
  name: 'trustees.disputes',
  needs: ['trustees.attempts'],
  async run({ facts: { attempts } }) {
    const notes: Problem[] = []
    for (const attempt of attempts) {
      const verdict = await judge(attempt)
      if (!verdict) continue
      const { number } = attempt
      const where = { attempt: number, trustee: verdict.blamed }
      notes.push({ where, sentence: say.verdict(verdict) })
    }
    return passed(say.passed({ disputes: notes.length }), { notes })
  },
}

async function judge(attempt: AttemptFact) {
  const { dispute, packages, shares, trustees } = attempt
  if (!dispute) return undefined
  const { accused, transportSecret, trustee } = dispute.args
  const nothing = new Uint8Array()
  return judgeDispute(
    attempt,
    { trustee: Number(trustee), accused: Number(accused), transportSecret },
    trustees.map((_, index) => packages[index] ?? nothing),
    trustees.map((_, index) => shares[index] ?? nothing),
  )
}

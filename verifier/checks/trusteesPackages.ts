/** The packages behind the keys that stand hold right points and proofs. */
import { checkPackage, PackageInvalidError } from '../../protocol/keyPackage.ts'
import { keysSentences } from '../sentences/keys.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { absent, type Check, passed, type Problem } from './check.ts'
import type { AttemptFact } from './facts.ts'

const say = keysSentences['trustees.packages']

export const trusteesPackages: Check = {
  name: 'trustees.packages',
  needs: ['trustees.attempts'],
  run({ facts: { attempts } }) {
    const some = attempts.some(({ packages }) => packages.some(Boolean))
    if (!some) return absent(notThereYet('trustees.packages'))
    const wrong = attempts.flatMap(findWrong)
    const stands = new Set(
      attempts.filter((one) => one.stands).map(({ number }) => number),
    )
    const packages = attempts
      .filter((one) => one.stands)
      .reduce((sum, attempt) => sum + attempt.packages.length, 0)
    // In an attempt that came to nothing it is the reason, and no harm.
    const failures = wrong.filter(({ where }) => stands.has(where.attempt))
    const notes = wrong.filter(({ where }) => !stands.has(where.attempt))
    return passed(say.passed({ packages }), { failures, notes })
  },
}

function findWrong(attempt: AttemptFact) {
  const { number, packages } = attempt
  return attempt.trustees.flatMap((_, index) => {
    const message = packages[index]
    const trustee = index + 1
    const wrong = message && faultOf(attempt, trustee, message)
    if (wrong === undefined) return []
    const where = { attempt: number, trustee, event: 'PackagePublished' }
    const sentence = say.wrong({ trustee })
    return [{ where, actual: wrong, sentence } satisfies Problem]
  })
}

function faultOf(
  attempt: AttemptFact,
  trustee: number,
  message: Uint8Array,
): string | undefined {
  try {
    checkPackage(attempt, trustee, message)
    return undefined
  } catch (error) {
    if (error instanceof PackageInvalidError)
      return error.metaMessages[1] ?? error.shortMessage
    throw error
  }
}

/** The keys that stand follow from the packages, and all confirmed them. */
import { computeKeys } from '../../protocol/keyGeneration.ts'
import {
  decodeKeys,
  encodeKeys,
  keysDigest,
  type TrusteeKeys,
} from '../../protocol/keyTranscript.ts'
import { placeOfEvent } from '../history/event.ts'
import { isSame } from '../isSame.ts'
import { keysSentences } from '../sentences/keys.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { absent, type Check, passed, type Problem } from './check.ts'
import type { AttemptFact } from './facts.ts'

const say = keysSentences['trustees.keys']

export const trusteesKeys: Check = {
  name: 'trustees.keys',
  needs: ['trustees.attempts', 'trustees.packages'],
  run({ record, facts: { attempts } }) {
    const attempt = attempts.at(-1)
    if (!attempt?.stands || attempt.dispute)
      return absent(notThereYet('trustees.keys'))
    const computed = tryComputeKeys(attempt)
    const claimed = tryDecodeKeys(attempt.stands.args.keys)
    const failures = computed
      ? [
          ...checkClaim(attempt, computed),
          ...checkConfirmations(attempt, computed),
        ]
      : [failureOf(attempt)]
    const candidates = [computed, claimed].filter((one) => one !== undefined)
    const keys = chooseKeys(candidates, record.state.trusteeKeys)
    const standing = keys && { attempt, keys }
    const { number, trustees } = attempt
    const counts = { attempt: number, trustees: trustees.length }
    return passed(say.passed(counts), { failures, facts: { standing } })
  },
}

/** Where they differ, the ones that the contract has are the ones in use. */
function chooseKeys(
  candidates: readonly TrusteeKeys[],
  state: TrusteeKeys | undefined,
): TrusteeKeys | undefined {
  const inUse = candidates.find(
    (keys) => state && isSame(encodeKeys(keys), encodeKeys(state)),
  )
  return inUse ?? candidates[0]
}

function checkClaim(attempt: AttemptFact, keys: TrusteeKeys): Problem[] {
  const failures: Problem[] = []
  const expected = encodeKeys(keys)
  const actual = attempt.stands?.args.keys ?? '0x'
  if (!isSame(expected, actual))
    failures.push({ ...failureOf(attempt), expected, actual })
  if (isSame(keys.ballotKey.x, keys.lotteryKey.x))
    failures.push({ ...failureOf(attempt), sentence: say.same() })
  return failures
}

function checkConfirmations(
  { confirmations, number, transcript, trustees }: AttemptFact,
  keys: TrusteeKeys,
): Problem[] {
  const expected = keysDigest(number, transcript, keys)
  const [first, ...others] = confirmations
  const isOfOther = first && !isSame(first.args.keysDigest, expected)
  const areAlike = others.every(
    (other) => other?.args.keysDigest === first?.args.keysDigest,
  )
  // All of one mind: it is the transcript that is another one.
  if (isOfOther && areAlike && others.length > 0)
    return [
      {
        where: { event: 'KeysConfirmed', attempt: number },
        expected,
        actual: first.args.keysDigest,
        sentence: say.confirmation(),
      },
    ]
  return trustees.flatMap((_, index) => {
    const event = confirmations[index]
    // That it is missing is for the attempts to tell.
    if (!event || isSame(event.args.keysDigest, expected)) return []
    return [
      {
        where: { ...placeOfEvent(event), attempt: number, trustee: index + 1 },
        expected,
        actual: event.args.keysDigest,
        sentence: say.confirmation(),
      },
    ]
  })
}

function failureOf({ number, stands }: AttemptFact): Problem {
  const place = stands ? placeOfEvent(stands) : {}
  return { where: { ...place, attempt: number }, sentence: say.keys() }
}

function tryComputeKeys(attempt: AttemptFact): TrusteeKeys | undefined {
  const { packages, trustees } = attempt
  try {
    return computeKeys(
      attempt,
      trustees.map((_, index) => packages[index] ?? new Uint8Array()),
    )
  } catch {
    return undefined
  }
}

function tryDecodeKeys(encoded: `0x${string}`): TrusteeKeys | undefined {
  try {
    return decodeKeys(encoded)
  } catch {
    return undefined
  }
}

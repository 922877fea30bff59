/** Runs key generation among several trustees, up to any step. */
import {
  type Attempt,
  createPackage,
  type TrusteeState,
} from '../../protocol/keyPackage.ts'
import { createShares } from '../../protocol/keyShares.ts'
import { seededRandom } from '../../scripts/vectors/seededRandom.ts'

/** Everything that is published, and what each trustee keeps. */
export type RunningAttempt = {
  attempt: Attempt
  states: TrusteeState[]
  packages: Uint8Array[]
  shares: Uint8Array[]
}

export function makeAttempt(threshold: number, count: number): Attempt {
  const trustees = Array.from(
    { length: count },
    (_, index) => `0x${(index + 1).toString(16).padStart(40, '0')}` as const,
  )
  const separator = new Uint8Array(32).fill(0xd0)
  return { separator, number: 1, trustees, threshold }
}

const running = new Map<string, Promise<RunningAttempt>>()

/** One attempt of each size is enough: no test changes what it got. */
export function runAttempt(
  threshold: number,
  count: number,
): Promise<RunningAttempt> {
  const size = `${threshold} of ${count}`
  const known = running.get(size) ?? exchangeMessages(threshold, count)
  running.set(size, known)
  return known
}

/** Both messages of all trustees; each state went through JSON in between. */
async function exchangeMessages(
  threshold: number,
  count: number,
): Promise<RunningAttempt> {
  const attempt = makeAttempt(threshold, count)
  const made = attempt.trustees.map((_, index) => {
    const random = seededRandom(`trustee ${index + 1} of ${count}`)
    return createPackage(attempt, index + 1, random)
  })
  const packages = made.map(({ message }) => message)
  const states = made.map(({ state }) => throughJson(state))
  const shares = await Promise.all(
    states.map((state) => createShares(attempt, state, packages)),
  )
  return { attempt, states, packages, shares }
}

function throughJson(state: TrusteeState): TrusteeState {
  return JSON.parse(JSON.stringify(state)) as TrusteeState
}

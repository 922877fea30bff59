/** The contract's answers on trustees and draw. */
import { zeroHash } from 'viem'
import { purposes } from '../../chain/enums.ts'
import { encodeKeys } from '../../protocol/keyTranscript.ts'
import { packNumbers } from '../../protocol/packedNumbers.ts'
import { eventsOf } from '../history/history.ts'
import { type Answer, compareState } from './compareState.ts'
import type { AttemptFact } from './facts.ts'

export const stateTrustees = compareState(
  'state.trustees',
  [
    'trustees.attempts',
    'trustees.packages',
    'trustees.keys',
    'trustees.release',
  ],
  ({ record: { state }, facts, history }) => {
    const { attempts, shares, standing } = facts
    const keys = standing ? encodeKeys(standing.keys) : ''
    const given = state.trusteeKeys ? encodeKeys(state.trusteeKeys) : ''
    const came = eventsOf(history, 'KeyCame').length > 0
    return [
      ...compareAttempt(attempts.at(-1), state.attempt),
      [{ state: 'trusteeKeys' }, keys, given],
      ...purposes.map((purpose): Answer => {
        const numbers = shares[purpose].map(({ trustee }) => trustee)
        return [{ state: 'released' }, toBits(numbers), state.released[purpose]]
      }),
      [{ state: 'keyCame' }, came, state.keyCame],
    ]
  },
)

function compareAttempt(
  attempt: AttemptFact | undefined,
  given:
    | {
        number: number
        trustees: string[]
        transcript: string
        packages: bigint
        shares: bigint
        confirmations: bigint
        isDisputed: boolean
      }
    | undefined,
): Answer[] {
  if (!attempt || !given) return []
  const where = { state: 'attempt', attempt: attempt.number }
  const done = (messages: readonly unknown[]) =>
    toBits(messages.flatMap((one, index) => (one ? [index + 1] : [])))
  const names = (trustees: readonly string[]) =>
    trustees.join(', ').toLowerCase()
  return [
    [where, attempt.number, given.number],
    [where, names(attempt.trustees), names(given.trustees)],
    [where, attempt.transcript, given.transcript],
    [where, done(attempt.packages), given.packages],
    [where, done(attempt.shares), given.shares],
    [where, done(attempt.confirmations), given.confirmations],
    [where, attempt.dispute !== undefined, given.isDisputed],
  ]
}

/** Bit (trustee − 1) for each of these. */
function toBits(trustees: readonly number[]): bigint {
  return trustees.reduce((bits, one) => bits | (1n << BigInt(one - 1)), 0n)
}

export const stateDraw = compareState(
  'state.draw',
  ['roll.freeze', 'draw.block', 'draw.seed', 'draw.shuffles'],
  ({ record: { state }, facts }) => {
    const { draw, drawBlock, seed } = facts
    if (!drawBlock) return []
    const { offset, order } = state.shuffles ?? { offset: '', order: '' }
    const where = { state: 'drawBlock' }
    const shuffles = { state: 'shuffles' }
    return [
      [where, drawBlock.number, state.drawBlock.number],
      [where, drawBlock.hash ?? zeroHash, state.drawBlock.hash],
      [{ state: 'seed' }, seed ?? zeroHash, state.seed],
      [shuffles, draw ? packNumbers(draw.order) : '', order],
      [shuffles, draw ? packNumbers(draw.offset) : '', offset],
    ]
  },
)

/** The trustees' key generation: packages, shares, confirmations. */
import { p256 } from '@noble/curves/nist.js'
import { bytesToNumberBE } from '@noble/curves/utils.js'
import { bytesToHex, type Hex } from 'viem'
import { writeRound } from '../../chain/writeRound.ts'
import { finishKeys } from '../../protocol/keyGeneration.ts'
import {
  type Attempt,
  createPackage,
  isAlone,
  type TrusteeState,
} from '../../protocol/keyPackage.ts'
import { createShares, receiveShares } from '../../protocol/keyShares.ts'
import {
  transcriptAdd,
  transcriptStart,
  type TrusteeKeys,
} from '../../protocol/keyTranscript.ts'
import { seededRandom } from '../../protocol/simulation/seededRandom.ts'
import type { Stage } from './stage.ts'

/** The keys that stand, and what each trustee keeps secret, by index. */
export type GeneratedKeys = {
  keys: TrusteeKeys
  ballotShares: readonly bigint[]
  lotteryShares: readonly bigint[]
}

/** All that passed over the chain, which every trustee reads there. */
type Messages = {
  packages: readonly Uint8Array[]
  shares: readonly Uint8Array[]
  transcript: Hex
}

/** In the attempt of this number, which must be under way. */
export function generateKeys(stage: Stage, number = 1): Promise<GeneratedKeys> {
  const { progress, rules, separator } = stage
  const { threshold, trustees } = rules
  const attempt = { separator, number, trustees, threshold }
  const total = trustees.length
  return progress.step('keys', total, 'trustees', async (advance) => {
    const { states, packages } = await publishPackages(stage, attempt)
    const shares = await publishShares(stage, attempt, states, packages)
    const transcript = addAll(attempt, packages, shares)
    const messages = { packages, shares, transcript }
    const finished: Awaited<ReturnType<typeof confirmKeys>>[] = []
    for (const state of states) {
      finished.push(await confirmKeys(stage, attempt, state, messages))
      advance(1)
    }
    const [first] = finished
    if (first === undefined) throw new Error('A round has a trustee.')
    return {
      keys: first.keys,
      ballotShares: finished.map(({ ballotShare }) => ballotShare),
      lotteryShares: finished.map(({ lotteryShare }) => lotteryShare),
    }
  })
}

async function publishPackages(stage: Stage, attempt: Attempt) {
  const states: TrusteeState[] = []
  const packages: Uint8Array[] = []
  for (const [index, trustee] of stage.actors.trustees.entries()) {
    const random = seededRandom(stage.seed, `trustee ${index + 1}`)
    const made = createPackage(attempt, index + 1, (length = 32) =>
      Uint8Array.from(random.bytes(length)),
    )
    const receipt = await writeRound(trustee, {
      round: stage.round,
      functionName: 'publishPackage',
      args: [attempt.number, bytesToHex(made.message)],
    })
    stage.gas.spend('keys', receipt)
    states.push(made.state)
    packages.push(made.message)
  }
  return { states, packages }
}

async function publishShares(
  { actors, gas, round, seed }: Stage,
  attempt: Attempt,
  states: readonly TrusteeState[],
  packages: readonly Uint8Array[],
): Promise<Uint8Array[]> {
  const messages: Uint8Array[] = []
  if (isAlone(attempt)) return messages
  for (const [index, trustee] of actors.trustees.entries()) {
    const state = states[index]
    if (state === undefined) continue
    // Seeded, so that the whole chain follows from the seed.
    const random = seededRandom(seed, `shares of trustee ${index + 1}`)
    const ephemerals = states.map(() =>
      bytesToNumberBE(p256.utils.randomSecretKey(random.bytes(48))),
    )
    const message = await createShares(attempt, state, packages, ephemerals)
    const receipt = await writeRound(trustee, {
      round,
      functionName: 'publishShares',
      args: [attempt.number, bytesToHex(message)],
    })
    gas.spend('keys', receipt)
    messages.push(message)
  }
  return messages
}

/** Decrypts the others' shares, derives the keys and confirms them. */
async function confirmKeys(
  { actors, gas, round }: Stage,
  attempt: Attempt,
  state: TrusteeState,
  { packages, shares, transcript }: Messages,
) {
  const { received } = isAlone(attempt)
    ? { received: [] }
    : await receiveShares(attempt, state, packages, shares)
  const finished = finishKeys(attempt, state, packages, received)
  const trustee = actors.trustees[state.trustee - 1]
  if (trustee === undefined) throw new Error('A trustee has an account.')
  const receipt = await writeRound(trustee, {
    round,
    functionName: 'confirmKeys',
    args: [attempt.number, transcript, finished.keys],
  })
  gas.spend('keys', receipt)
  return finished
}

function addAll(
  attempt: Attempt,
  packages: readonly Uint8Array[],
  shares: readonly Uint8Array[],
): Hex {
  let transcript = transcriptStart(attempt)
  for (const [index, message] of packages.entries())
    transcript = transcriptAdd(transcript, 'package', index + 1, message)
  for (const [index, message] of shares.entries())
    transcript = transcriptAdd(transcript, 'shares', index + 1, message)
  return transcript
}

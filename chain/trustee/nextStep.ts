/**
 * What a trustee does next, from what stands on the chain and what the own
 * file holds. Nothing else is remembered, so a restart changes nothing.
 */
import { type Address, bytesToHex, isAddressEqual } from 'viem'
import type { Purpose } from '../enums.ts'
import type { KeptAttempt } from './trusteeFile.ts'
import type {
  CompleteMessages,
  GenerationView,
  TrusteeView,
} from './trusteeView.ts'

export type Step =
  /** Secrets are made and saved; only then the package is sent. */
  | { kind: 'makePackage' }
  | { kind: 'publishPackage' }
  | { kind: 'publishShares' }
  /** Decrypts what the others sent, and saves what came of it. */
  | { kind: 'checkShares' }
  | { kind: 'disputeShare'; accused: number }
  | { kind: 'confirmKeys' }
  | { kind: 'storeDrawBlock' }
  | { kind: 'releaseShare'; purpose: Purpose }
  | Wait
  | Done

export type Wait = {
  kind: 'wait'
  for: WaitReason
  /** Who is missing, or to blame. */
  trustees: readonly number[]
  /** The Unix time at which something changes by itself. */
  until?: number
}

export type WaitReason =
  | 'packages'
  | 'shares'
  | 'confirmations'
  /** The admin has to start another attempt. */
  | 'attempt after a dispute'
  | 'attempt after a wrong package'
  | 'attempt after a wrong confirmation'
  | 'attempt after lost secrets'
  | 'attempt with this trustee'
  | 'freeze'
  | 'draw block'
  | 'lottery shares'
  | 'draw'
  | 'review'
  | 'close'
  | 'release time'
  | 'this machine’s clock'
  | 'ballot shares'

export type Done = { kind: 'done'; because: DoneReason }

export type DoneReason =
  | 'cancelled'
  | 'lapsed'
  | 'key came'
  | 'release ended'
  | 'no trustee'
  | 'lost secrets'

export type Situation = {
  view: TrusteeView
  account: Address
  /** Of the attempt under way. */
  kept: KeptAttempt | undefined
  /** This machine's Unix time; none where the chain has a time of its own. */
  clock: number | undefined
}

export function nextStep(situation: Situation): Step {
  const { view } = situation
  switch (view.phase) {
    case 'registration':
    case 'screening':
    case 'roll':
      return generateKeys(situation)
    case 'draw':
      return asTrustee(situation, drawLots)
    case 'review':
      return asTrustee(situation, () => wait('close', [], view.times.close))
    case 'opening':
      return asTrustee(situation, releaseBallotShare)
    case 'cancelled':
    case 'lapsed':
      return done(view.phase)
    case 'ranking':
    case 'objections':
    case 'answers':
    case 'confirmation':
    case 'confirmed':
    case 'failed':
      return done(view.keyCame ? 'key came' : 'release ended')
  }
}

function generateKeys(situation: Situation): Step {
  const { kept, view } = situation
  const { generation, times } = view
  const { blamed, complete, dispute, packages, wrongPackages } = generation
  const own = numberOf(situation)
  if (own === 0) return wait('attempt with this trustee', [], times.freezeBy)
  if (view.keys) return wait('freeze', [], times.freezeBy)
  if (dispute) return wait('attempt after a dispute', blamed ? [blamed] : [])
  if (packages[own - 1] === undefined)
    return { kind: kept ? 'publishPackage' : 'makePackage' }
  if (!holdsSecrets(situation)) return wait('attempt after lost secrets', [own])
  if (wrongPackages.length > 0)
    return wait('attempt after a wrong package', wrongPackages)
  if (packages.includes(undefined)) return wait('packages', missing(packages))
  return complete
    ? confirm(situation, complete)
    : exchangeShares(generation, own)
}

function exchangeShares({ shares }: GenerationView, own: number): Step {
  if (shares[own - 1] === undefined) return { kind: 'publishShares' }
  return wait('shares', missing(shares))
}

function confirm(situation: Situation, complete: CompleteMessages): Step {
  const { attempt, confirmations } = situation.view.generation
  const received = receivedOf(situation)
  if (!received) return { kind: 'checkShares' }
  if ('accused' in received) {
    const [accused] = received.accused
    return accused === undefined
      ? { kind: 'checkShares' }
      : { kind: 'disputeShare', accused }
  }
  const wrong = confirmations.filter(
    ({ keysDigest }) => keysDigest !== complete.keysDigest,
  )
  if (wrong.length > 0)
    return wait('attempt after a wrong confirmation', wrong.map(toNumber))
  const confirmed = confirmations.map(toNumber)
  if (!confirmed.includes(numberOf(situation))) return { kind: 'confirmKeys' }
  return wait('confirmations', without(attempt.trustees.length, confirmed))
}

/** After the freeze only those count who made the keys, and hold a share. */
function asTrustee(
  situation: Situation,
  act: (situation: Situation) => Step,
): Step {
  if (numberOf(situation) === 0) return done('no trustee')
  if (!holdsSecrets(situation)) return done('lost secrets')
  const received = receivedOf(situation)
  const hasShares = received !== undefined && 'ballotShare' in received
  return hasShares ? act(situation) : { kind: 'checkShares' }
}

function drawLots(situation: Situation): Step {
  const { block, drawBlock, isDrawn, released, threshold, times } =
    situation.view
  if (isDrawn) return wait('review', [], times.reviewFrom)
  if (!drawBlock.isStored)
    // A node estimates by its latest block, which has to be above it.
    return block.number > drawBlock.number
      ? { kind: 'storeDrawBlock' }
      : wait('draw block', [], times.drawBy)
  if (released.lottery.length >= threshold)
    return wait('draw', [], times.drawBy)
  if (!released.lottery.includes(numberOf(situation)))
    return { kind: 'releaseShare', purpose: 'lottery' }
  return wait('lottery shares', unreleased(situation, 'lottery'), times.drawBy)
}

/** Too early would open the ballots of those who still cast: twice checked. */
function releaseBallotShare(situation: Situation): Step {
  const { clock, view } = situation
  const { block, keyCame, released, times } = view
  if (keyCame) return done('key came')
  if (block.time < times.releaseFrom)
    return wait('release time', [], times.releaseFrom)
  if (block.time > times.releaseUntil) return done('release ended')
  if (clock !== undefined && clock < times.releaseFrom)
    return wait('this machine’s clock', [], times.releaseFrom)
  if (!released.ballot.includes(numberOf(situation)))
    return { kind: 'releaseShare', purpose: 'ballot' }
  const others = unreleased(situation, 'ballot')
  return wait('ballot shares', others, times.releaseUntil)
}

/** The trustee's number in the attempt under way; 0: it is none of them. */
export function numberOf({
  account,
  view,
}: Pick<Situation, 'account' | 'view'>): number {
  const { trustees } = view.generation.attempt
  return trustees.findIndex((one) => isAddressEqual(one, account)) + 1
}

/** True if the file has the secrets behind the package that stands. */
function holdsSecrets({ account, kept, view }: Situation): boolean {
  const own = view.generation.packages[numberOf({ account, view }) - 1]
  return own !== undefined && kept?.state.package === bytesToHex(own)
}

/** What came of the shares, as long as they are those on the chain. */
function receivedOf({ kept, view }: Situation) {
  const { complete } = view.generation
  const received = kept?.received
  return received?.messages === complete?.digest ? received : undefined
}

function unreleased({ view }: Situation, purpose: Purpose): number[] {
  const { length } = view.generation.attempt.trustees
  return without(length, view.released[purpose])
}

function missing(messages: readonly (Uint8Array | undefined)[]): number[] {
  return messages.flatMap((message, index) =>
    message === undefined ? [index + 1] : [],
  )
}

function without(count: number, present: readonly number[]): number[] {
  return Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => !present.includes(number),
  )
}

function toNumber({ trustee }: { trustee: number }): number {
  return trustee
}

function wait(
  reason: WaitReason,
  trustees: readonly number[],
  until?: number,
): Wait {
  const waiting = { kind: 'wait', for: reason, trustees } as const
  return until === undefined ? waiting : { ...waiting, until }
}

function done(because: DoneReason): Done {
  return { kind: 'done', because }
}

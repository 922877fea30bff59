/**
 * A round in a test, and the steps that take it from phase to phase. Each step
 * does what honest people do; a test changes one thing and looks at the answer.
 */
import { randomBytes } from '@noble/hashes/utils.js'
import { bytesToHex, type Hex } from 'viem'
import {
  type Attempt,
  createPackage,
  type Random,
  type TrusteeState,
} from '../../../protocol/keyPackage.ts'
import { finishKeys, type OwnShares } from '../../../protocol/keyGeneration.ts'
import type { TrusteeKeys } from '../../../protocol/keyTranscript.ts'
import { createShares, receiveShares } from '../../../protocol/keyShares.ts'
import { toChunks } from '../../../protocol/roll.ts'
import {
  type Holders,
  listLength,
  reviewerCount,
  type Rules,
  toAbiRules,
} from '../../../protocol/rules.ts'
import { domainSeparator, proposalDigest } from '../../../protocol/typedData.ts'
import type { RoundFactory } from '../../../types/index.ts'
import { applicant, reviewer, signAlone } from './accounts.ts'
import {
  ethers,
  type Deployment,
  mine,
  type Signer,
  signer,
  time,
} from './chain.ts'

export type Stage = Awaited<ReturnType<typeof createRound>>

/** Digest of some published document. */
export const someDigest: Hex = `0x${'d1'.repeat(32)}`

const hour = 3_600

export type RulesChange = Partial<Omit<Rules, 'times'>> & {
  times?: Partial<Rules['times']>
}

/** Rules of a small round that starts now, for tests to change. */
export async function makeRules(
  { signers }: Deployment,
  { times, ...change }: RulesChange = {},
): Promise<Rules> {
  const start = await time.latest()
  return {
    times: {
      registerUntil: start + hour,
      rosterBy: start + 2 * hour,
      freezeBy: start + 5 * hour,
      drawBy: start + 7 * hour,
      reviewFrom: start + 7 * hour,
      close: start + 9 * hour,
      releaseFrom: start + 10 * hour,
      releaseUntil: start + 12 * hour,
      openUntil: start + 60 * hour,
      rollNotice: hour,
      objectionPeriod: hour,
      answerPeriod: hour,
      ...times,
    },
    document: `0x${'0d'.repeat(32)}`,
    owners: true,
    seatsPerCommunity: 2,
    reviewers: 0,
    listLength: 2,
    weights: [1],
    maxScore: 5,
    pointsPerBallot: 0,
    points: 'Borda',
    order: 'Mean',
    ties: 'Draw',
    ballotLimit: 3,
    seats: 3,
    budget: 0n,
    quotas: [],
    minReviews: 0,
    reserveTakesWithdrawn: false,
    minOpened: 5_000,
    drawDelay: 2,
    threshold: 1,
    trustees: [addressOf(signer(signers, 10))],
    verifiers: [],
    ...change,
  }
}

/** An outside jury that scores everything with points to distribute. */
export const juryRules = {
  owners: false,
  seatsPerCommunity: 0,
  reviewers: 6,
  listLength: 0,
  points: 'Score',
  order: 'Sum',
} as const satisfies Partial<Rules>

export async function createRound(
  deployment: Deployment,
  rules: Rules,
  random: Random = randomBytes,
) {
  const { factory, signers } = deployment
  const roles = {
    admin: signer(signers, 1),
    registrar: signer(signers, 2),
    screener: signer(signers, 3),
    committee: signer(signers, 4),
    /** Sends for others; nobody in particular. */
    anyone: signer(signers, 5),
  }
  const args = [
    abiRules(rules),
    holdersOf(roles),
    bytesToHex(random(32)),
  ] as const
  const address = (await factory.createRound.staticCall(...args)) as Hex
  await factory.createRound(...args)
  const { chainId } = await ethers.provider.getNetwork()
  const id = { chainId, round: address }
  return {
    deployment,
    rules,
    id,
    separator: domainSeparator(id),
    round: await ethers.getContractAt('Round', address, roles.anyone),
    ...roles,
    n: 0,
    /** Secrets and keys of the attempt that stands. */
    trustees: undefined as StandingTrustees | undefined,
  }
}

/** The rules as TypeChain wants them: its arrays are not read-only. */
export function abiRules(rules: Rules) {
  return toAbiRules(rules) as unknown as RulesArgument
}

/** Where TypeChain puts the struct itself depends on what it ran on last. */
type RulesArgument = Parameters<RoundFactory['createRound']>[0]

/** Registers proposals 1 to n, each with its own key, relayed by anyone. */
export async function registerAll(
  stage: Stage,
  n: number,
  details: (number: number) => { category?: number; ask?: bigint } = () => ({}),
) {
  for (let number = 1; number <= n; number++) {
    const { category = 1, ask = 1_000n } = details(number)
    await register(stage, number, { category, ask })
  }
  stage.n = n
}

export async function register(
  stage: Stage,
  number: number,
  change: Partial<{
    version: number
    digest: Hex
    category: number
    ask: bigint
  }> = {},
) {
  const message = {
    version: 1,
    digest: someDigest,
    category: 1,
    ask: 1_000n,
    ...change,
  }
  const account = applicant(number)
  const signature = signAlone(account, proposalDigest(stage.separator, message))
  return stage.round.registerProposal(account.address, message, signature)
}

export async function screenAll(stage: Stage) {
  const screenings = upTo(stage.n).map((number) => ({
    key: applicant(number).address,
    version: 1,
    accepted: true,
    reason: someDigest,
  }))
  await stage.round.connect(stage.screener).screen(screenings)
}

/** Ends the registration and fixes the roster of all that were registered. */
export async function fixRoster(stage: Stage) {
  await screenAll(stage)
  await time.increaseTo(stage.rules.times.registerUntil + 1)
  await extendRoster(stage)
}

/** The whole roster, in parts. */
export async function extendRoster(stage: Stage) {
  const keys = upTo(stage.n).map((number) => applicant(number).address)
  for (let start = 0; start < keys.length; start += 256)
    await stage.round
      .connect(stage.admin)
      .extendRoster(keys.slice(start, start + 256))
}

/** The keys of all seats, every one taken. */
export function fullRoll(stage: Stage): Hex[] {
  return upTo(reviewerCount(stage.rules, stage.n)).map(
    (number) => reviewer(number).address,
  )
}

export async function publishRoll(stage: Stage, roll = fullRoll(stage)) {
  const chunks = toChunks(roll)
  for (const [chunk, keys] of chunks.entries())
    await stage.round.connect(stage.registrar).publishRoll(chunk, keys)
}

export type StandingTrustees = {
  attempt: Attempt
  keys: TrusteeKeys
  shares: OwnShares[]
}

/** The attempt that the chain asks for now. */
export async function currentAttempt(stage: Stage): Promise<Attempt> {
  const { number, trustees } = await stage.round.attempt()
  return {
    separator: stage.separator,
    number: Number(number),
    trustees: trustees as Hex[],
    threshold: stage.rules.threshold,
  }
}

/** All trustees do all they should. */
export async function generateKeys(
  stage: Stage,
  random: Random = randomBytes,
): Promise<StandingTrustees> {
  const attempt = await currentAttempt(stage)
  const { states, packages } = await publishPackages(stage, attempt, random)
  const messages = await publishShares(stage, attempt, states, packages)
  const finished = await Promise.all(
    states.map(async (state) => {
      const shares = await receiveShares(attempt, state, packages, messages)
      return finishKeys(attempt, state, packages, shares.received)
    }),
  )
  const keys = finished[0]?.keys ?? fail('keys')
  await confirmKeys(stage, attempt, keys)
  stage.trustees = { attempt, keys, shares: finished }
  return stage.trustees
}

export async function publishPackages(
  stage: Stage,
  attempt: Attempt,
  random: Random = randomBytes,
) {
  const states: TrusteeState[] = []
  const packages: Uint8Array[] = []
  for (const [index, account] of attempt.trustees.entries()) {
    const { state, message } = createPackage(attempt, index + 1, random)
    states.push(state)
    packages.push(message)
    const trustee = await trusteeSigner(stage, account)
    await stage.round.connect(trustee).publishPackage(attempt.number, message)
  }
  return { states, packages }
}

export async function publishShares(
  stage: Stage,
  attempt: Attempt,
  states: readonly TrusteeState[],
  packages: readonly Uint8Array[],
): Promise<Uint8Array[]> {
  if (states.length === 1) return []
  const messages: Uint8Array[] = []
  for (const [index, account] of attempt.trustees.entries()) {
    const state = states[index] ?? fail(`state ${index}`)
    const message = await createShares(attempt, state, packages)
    messages.push(message)
    const trustee = await trusteeSigner(stage, account)
    await stage.round.connect(trustee).publishShares(attempt.number, message)
  }
  return messages
}

export async function confirmKeys(
  stage: Stage,
  attempt: Attempt,
  keys: TrusteeKeys,
) {
  const { transcript } = await stage.round.attempt()
  for (const account of attempt.trustees) {
    const trustee = await trusteeSigner(stage, account)
    await stage.round
      .connect(trustee)
      .confirmKeys(attempt.number, transcript, abiKeys(keys))
  }
}

export function abiKeys(keys: TrusteeKeys) {
  const { ballotShares, lotteryShares, ...rest } = keys
  return {
    ...rest,
    ballotShares: [...ballotShares],
    lotteryShares: [...lotteryShares],
  }
}

export function trusteeSigner(
  { deployment }: Stage,
  account: string,
): Promise<Signer> {
  const found = deployment.signers.find(
    ({ address }) => address.toLowerCase() === account.toLowerCase(),
  )
  return Promise.resolve(found ?? fail(`signer ${account}`))
}

export async function freeze(stage: Stage) {
  await time.increase(stage.rules.times.rollNotice)
  await stage.round.connect(stage.admin).freeze(someDigest)
}

/** Stores the block hash, releases enough lottery shares, draws. */
export async function makeDraw(stage: Stage) {
  await mine(stage.rules.drawDelay + 1)
  await stage.round.storeDrawBlock()
  await releaseShares(stage, 1)
  await stage.round.draw()
}

/** Releases shares of trustees 1 to t, or of the named ones. */
export async function releaseShares(
  stage: Stage,
  purpose: 0 | 1,
  trustees = upTo(stage.rules.threshold),
) {
  const { shares } = stage.trustees ?? fail('trustees')
  for (const trustee of trustees) {
    const own = shares[trustee - 1] ?? fail(`share ${trustee}`)
    const share = purpose === 0 ? own.ballotShare : own.lotteryShare
    await stage.round.releaseShare(purpose, trustee, share)
  }
}

export async function toRoll(stage: Stage, n: number) {
  await registerAll(stage, n)
  await fixRoster(stage)
}

export async function toFrozen(stage: Stage, n: number) {
  await toRoll(stage, n)
  await publishRoll(stage)
  await generateKeys(stage)
  await freeze(stage)
}

/** From the roster on to the open review. */
export async function rosterToReview(stage: Stage, roll?: Hex[]) {
  await publishRoll(stage, roll)
  await generateKeys(stage)
  await freeze(stage)
  await makeDraw(stage)
  await time.increaseTo(stage.rules.times.reviewFrom)
}

export async function toReview(stage: Stage, n: number) {
  await toRoll(stage, n)
  await rosterToReview(stage)
}

export async function toClose(stage: Stage) {
  await time.increaseTo(stage.rules.times.close)
}

/** Ballot shares released: the key has come. */
export async function toKeyCame(stage: Stage) {
  await time.increaseTo(stage.rules.times.releaseFrom)
  await releaseShares(stage, 0)
}

export async function toRanking(stage: Stage) {
  await time.increaseTo(stage.rules.times.openUntil + 1)
}

export async function toConfirmation(stage: Stage) {
  const { objectionPeriod, answerPeriod } = stage.rules.times
  await time.increase(objectionPeriod + answerPeriod + 1)
}

/** Values per ballot. */
export function valuesPerBallot({ rules, n }: Stage): number {
  return listLength(rules, n) * rules.weights.length
}

export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

export function addressOf({ address }: { address: string }): Hex {
  return address as Hex
}

export function fail(what: string): never {
  throw new Error(`The test has no ${what}.`)
}

export function holdersOf(roles: Record<keyof Holders, Signer>): Holders {
  return {
    admin: addressOf(roles.admin),
    registrar: addressOf(roles.registrar),
    screener: addressOf(roles.screener),
    committee: addressOf(roles.committee),
  }
}

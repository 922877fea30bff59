/**
 * Named moments of a small round: a test loads one and goes on from there.
 * Every moment of a round plays the ones before it.
 */
import type { SnapshotRestorer } from '@nomicfoundation/hardhat-network-helpers/types'
import type { Hex } from 'viem'
import {
  castPage,
  type KnownBallot,
  openPage,
  plainBallots,
  rankHonestly,
} from './ballots.ts'
import {
  deployFactory,
  type Deployment,
  loadFixture,
  networkHelpers,
  restores,
  time,
} from './chain.ts'
import {
  createRound,
  extendRoster,
  freeze,
  fullRoll,
  generateKeys,
  makeDraw,
  makeRules,
  publishRoll,
  registerAll,
  type RulesChange,
  screenAll,
  someDigest,
  type Stage,
  toClose,
  toConfirmation,
  toKeyCame,
  toRanking,
  upTo,
} from './stage.ts'

/** A round that was played so far; page 1 holds the ballots. */
export type Played = Stage & {
  roll: (stage: Stage) => Hex[]
  ballots: KnownBallot[]
}

/** How each moment is reached from the one before it. */
const steps = {
  registration: () => Promise.resolve(),
  screening: ({ rules }) => time.increaseTo(rules.times.registerUntil + 1),
  roll: screenAndFix,
  frozen: freezeAll,
  drawn: makeDraw,
  review: ({ rules }) => time.increaseTo(rules.times.reviewFrom),
  closed: castAndClose,
  keyCame: toKeyCame,
  ranking: openAll,
  objections: rankHonestly,
  answers: ({ rules }) => time.increase(rules.times.objectionPeriod + 1),
  confirmation: toConfirmation,
  confirmed: (stage) =>
    stage.round.connect(stage.committee).confirm([], someDigest),
} as const satisfies Record<string, (stage: Played) => Promise<unknown>>

export type Moment = keyof typeof steps

export type MomentsOptions = {
  n?: number
  rules?: RulesChange | ((deployment: Deployment) => RulesChange)
  details?: (number: number) => { category?: number; ask?: bigint }
  /** The roll, if seats are empty or keys are no accounts. */
  roll?: (stage: Stage) => Hex[]
}

/** A loader of the moments of one round: six proposals unless told. */
export function makeMoments({
  n = 6,
  rules = {},
  details,
  roll = fullRoll,
}: MomentsOptions = {}) {
  const snapshots = new Map<Moment, Snapshot>()

  return async function load(moment: Moment): Promise<Played> {
    const known = await restoreBefore(snapshots, moment)
    const stage = known ? copy(known.stage) : await begin()
    const missing = momentsBetween(known?.moment, moment)
    for (const next of missing) await steps[next](stage)
    if (missing.length > 0)
      snapshots.set(moment, await takeSnapshot(moment, stage))
    return stage
  }

  async function begin(): Promise<Played> {
    const deployment = await loadFixture(deployFactory)
    const change = typeof rules === 'function' ? rules(deployment) : rules
    const created = await createRound(
      deployment,
      await makeRules(deployment, change),
    )
    const stage = { ...created, roll, ballots: [] }
    await registerAll(stage, n, details)
    return stage
  }
}

type Snapshot = {
  moment: Moment
  stage: Played
  restorer: SnapshotRestorer
  /** What `restores` was: another number means that the chain forgot it. */
  restores: number
}

/** All snapshots the chain still knows, the latest last. */
let standing: Snapshot[] = []

async function takeSnapshot(moment: Moment, stage: Played) {
  const restorer = await networkHelpers.takeSnapshot()
  // A copy: what a test notes on its stage must not reach the next one.
  const snapshot = { moment, stage: copy(stage), restorer, restores }
  standing.push(snapshot)
  return snapshot
}

/**
 * Takes the chain back to the latest moment it still knows, so that a round is
 * played once for all its moments. `loadFixture` would begin anew for each.
 */
async function restoreBefore(
  snapshots: ReadonlyMap<Moment, Snapshot>,
  moment: Moment,
): Promise<Snapshot | undefined> {
  // Asking for a snapshot that is gone would end the others too.
  standing = standing.filter((snapshot) => snapshot.restores === restores)
  const snapshot = momentsBetween(undefined, moment)
    .map((earlier) => snapshots.get(earlier))
    .findLast((found) => found && standing.includes(found))
  if (!snapshot) return undefined
  await snapshot.restorer.restore()
  standing = standing.slice(0, standing.indexOf(snapshot) + 1)
  return snapshot
}

/** The moments after one (or all), up to another. */
function momentsBetween(after: Moment | undefined, last: Moment): Moment[] {
  const moments = Object.keys(steps) as Moment[]
  const start = after === undefined ? 0 : moments.indexOf(after) + 1
  return moments.slice(start, moments.indexOf(last) + 1)
}

function copy(stage: Played): Played {
  return { ...stage, ballots: [...stage.ballots] }
}

async function screenAndFix(stage: Played) {
  await screenAll(stage)
  await extendRoster(stage)
}

async function freezeAll(stage: Played) {
  await publishRoll(stage, stage.roll(stage))
  await generateKeys(stage)
  await freeze(stage)
}

/** Reviewers 1 to 5 cast one page. */
async function castAndClose(stage: Played) {
  stage.ballots = await plainBallots(stage, upTo(5))
  await castPage(stage, stage.ballots)
  await toClose(stage)
}

async function openAll(stage: Played) {
  await openPage(stage, 1, stage.ballots)
  await toRanking(stage)
}

/** Whole rounds with something of everything, and what is read of them. */
import { readRecord } from '../../../verifier/read/readRecord.ts'
import type { RoundRecord } from '../../../verifier/record.ts'
import {
  objectAsApplicant,
  objectAsReviewer,
  screen,
  withdraw,
} from '../../contracts/support/acts.ts'
import {
  castPage,
  closed,
  honestOrders,
  type KnownBallot,
  listOf,
  makeBallot,
  opaqueEnvelope,
  openedBy,
  openPage,
  plainBallots,
  rankHonestly,
} from '../../contracts/support/ballots.ts'
import {
  deployFactory,
  type Deployment,
  time,
} from '../../contracts/support/chain.ts'
import {
  createHolders,
  type KeyHolder,
} from '../../contracts/support/keyHolders.ts'
import {
  addressOf,
  createRound,
  extendRoster,
  fail,
  fixRoster,
  freeze,
  fullRoll,
  generateKeys,
  juryRules,
  makeDraw,
  makeRules,
  publishRoll,
  register,
  registerAll,
  releaseShares,
  type RulesChange,
  screenAll,
  someDigest,
  type Stage,
  toClose,
  toConfirmation,
  toRanking,
  upTo,
} from '../../contracts/support/stage.ts'
import { createReader } from './readClient.ts'

export type RecordedRound = {
  record: RoundRecord
  stage: Stage
  /** Page by page, as cast. */
  pages: KnownBallot[][]
}

/**
 * Seven communities with two reviewers each, halves, Borda, three trustees. A
 * proposal was replaced and one refused; a chunk of the roll was published
 * twice; one trustee released nothing. Of 14 reviewers 1 to 12 cast, by
 * account keys, an ERC-1271 wallet (3), a P-256 key (4) and a passkey (5);
 * reviewer 1 cast twice, 2 is spoiled, 6 has an envelope that does not open. Proposal 7 was
 * withdrawn after the roster. Two objections, one of them answered; a
 * departure; confirmed.
 */
export async function recordHalves(): Promise<RecordedRound> {
  const { stage, pages } = await playHalves()
  return { record: await recordOf(stage), stage, pages }
}

/**
 * A jury of six over six proposals with two criteria, points to give away and
 * a budget; one trustee. Nobody departs from the ranking.
 */
export async function recordJury(): Promise<RecordedRound> {
  const { stage, pages } = await playJury()
  return { record: await recordOf(stage), stage, pages }
}

/** Registration only: two proposals, one of them screened. */
export async function recordRegistration(): Promise<RecordedRound> {
  const stage = await begin()
  await registerAll(stage, 2)
  await screen(stage, 1)
  return { record: await recordOf(stage), stage, pages: [] }
}

/** Review, with one page of five ballots. */
export async function recordReview(): Promise<RecordedRound> {
  const stage = await begin()
  await registerAll(stage, 6)
  await fixRoster(stage)
  await publishRoll(stage)
  await draw(stage)
  const ballots = await plainBallots(stage, upTo(5))
  await castPage(stage, ballots)
  return { record: await recordOf(stage), stage, pages: [ballots] }
}

/** By the reader that users have, from the chain's latest block. */
export function recordOf({ id }: Stage): Promise<RoundRecord> {
  return readRecord(createReader(), { round: id.round })
}

async function begin(
  change: (deployment: Deployment) => RulesChange = () => ({}),
) {
  const deployment = await deployFactory()
  const rules = await makeRules(deployment, change(deployment))
  return createRound(deployment, rules)
}

async function playHalves() {
  const stage = await begin(halvesRules)
  const holders = await createHolders(stage.deployment, 9)
  await registerAll(stage, 8, (number) => ({ category: 1 + (number % 2) }))
  await screenAll(stage)
  await register(stage, 2, { version: 2, ask: 2_000n })
  await screen(stage, 2, { version: 2 })
  await screen(stage, 8, { accepted: false })
  stage.n = 7
  await time.increaseTo(stage.rules.times.registerUntil + 1)
  await extendRoster(stage)
  const roll = fullRoll(stage)
  await publishRoll(stage, roll)
  const byHolder = special(holders)
  for (const [number, { key }] of byHolder) roll[number - 1] = key
  await publishRoll(stage, roll)
  await draw(stage)
  const pages = await castHalves(stage, byHolder)
  await withdraw(stage, 7)
  await openHalves(stage, pages)
  await decide(stage)
  return { stage, pages }
}

function halvesRules({
  signers,
  p256Verifier,
  webAuthnVerifier,
}: Deployment): RulesChange {
  const trustees = signers.slice(10, 13).map(addressOf)
  const verifiers = [p256Verifier, webAuthnVerifier]
  return { threshold: 2, trustees, verifiers, seats: 4 }
}

/** Reviewers whose keys are no plain accounts. */
function special(
  holders: Awaited<ReturnType<typeof createHolders>>,
): Map<number, KeyHolder> {
  return new Map([
    [3, holders['ERC-1271 wallet']],
    [4, holders['P-256 key']],
    [5, holders.passkey],
  ])
}

async function castHalves(stage: Stage, byHolder: Map<number, KeyHolder>) {
  const others = upTo(12).filter((number) => !byHolder.has(number))
  const plain = await plainBallots(stage, others.slice(0, 5))
  const changed = new Map([
    [2, await makeBallot(stage, 2, [9, 9])],
    [6, await makeWrongly(stage, 6)],
  ])
  const first = plain.map((one) => changed.get(one.reviewer) ?? one)
  for (const [number, { sign }] of byHolder)
    first.push(...(await plainBallots(stage, [number], { sign })))
  const list = await listOf(stage, 1)
  const values = list.map((proposal, place) => (proposal === 0 ? 0 : 5 - place))
  const replacing = await makeBallot(stage, 1, values, { version: 2 })
  const second = [...(await plainBallots(stage, others.slice(5))), replacing]
  // Not on the page, but in an event: this version was there before.
  const late = first[0] ? [first[0]] : []
  await castPage(stage, first)
  await castPage(stage, [...second, ...late])
  return [first, second]
}

/** Signed and sealed, but the envelope holds nothing that opens. */
async function makeWrongly(stage: Stage, number: number) {
  const change = { envelope: opaqueEnvelope(stage) }
  const [ballot] = await plainBallots(stage, [number], change)
  return ballot ?? fail(`ballot ${number}`)
}

async function openHalves(stage: Stage, pages: KnownBallot[][]) {
  await toClose(stage)
  await time.increaseTo(stage.rules.times.releaseFrom)
  await releaseShares(stage, 0, [3, 1])
  const [first = [], second = []] = pages
  const openings = first.map((ballot) =>
    ballot.reviewer === 6 ? closed(ballot) : openedBy(ballot),
  )
  const half = first.map((ballot, place) =>
    place < 2 ? openedBy(ballot) : closed(ballot),
  )
  await openPage(stage, 1, first, half)
  await openPage(stage, 2, second)
  await openPage(stage, 1, first, openings)
}

async function decide(stage: Stage) {
  await toRanking(stage)
  await rankHonestly(stage)
  await objectAsReviewer(stage, 1)
  await objectAsApplicant(stage, 2)
  await time.increase(stage.rules.times.objectionPeriod + 1)
  const committee = stage.round.connect(stage.committee)
  await committee.answerObjection(1, someDigest)
  await toConfirmation(stage)
  const departure = await findDeparture(stage)
  await committee.confirm([{ ...departure, reason: someDigest }], someDigest)
}

/** The last recommended of a half gives way to the first of its reserve. */
async function findDeparture(stage: Stage) {
  const [order] = await honestOrders(stage)
  const outcomes = await Promise.all(
    order.map((number) => stage.round.outcome(number)),
  )
  const isOut = (place: number) => !outcomes[place]?.isRecommended
  const removed = order.findLast((_, place) => !isOut(place)) ?? 0
  const added = order.find((number, place) => isOut(place) && number !== 7) ?? 0
  return { removed, added }
}

async function playJury() {
  const stage = await begin(() => ({
    ...juryRules,
    weights: [2, 1],
    pointsPerBallot: 60,
    minReviews: 2,
    seats: 0,
    budget: 3_500n,
  }))
  await registerAll(stage, 6, (number) => ({ ask: BigInt(400 * number) }))
  await fixRoster(stage)
  await publishRoll(stage)
  await draw(stage)
  const ballots = await plainBallots(stage, upTo(5))
  await castPage(stage, ballots)
  await toClose(stage)
  await time.increaseTo(stage.rules.times.releaseFrom)
  await releaseShares(stage, 0)
  await openPage(stage, 1, ballots)
  await toRanking(stage)
  await rankHonestly(stage)
  await toConfirmation(stage)
  await stage.round.connect(stage.committee).confirm([], someDigest)
  return { stage, pages: [ballots] }
}

/** From the published roll to the open review. */
async function draw(stage: Stage) {
  await generateKeys(stage)
  await freeze(stage)
  await makeDraw(stage)
  await time.increaseTo(stage.rules.times.reviewFrom)
}

// surcharge
// ├── of each kind of key over a plain account, on marginal ballots of ten
// │   scores in a page → under its bar; SHOW_GAS=1 prints the figures
// └── of opening by signature, the same
import { expect } from 'chai'
import { openingDigest } from '../../../protocol/typedData.ts'
import {
  castPage,
  type KnownBallot,
  makeBallot,
  openPage,
} from '../support/ballots.ts'
import {
  deployFactory,
  loadFixture,
  networkHelpers,
  time,
} from '../support/chain.ts'
import { gasUsed, skipUnderCoverage } from '../support/gas.ts'
import {
  createHolders,
  type KeyHolder,
  type KeyKind,
  keyKinds,
} from '../support/keyHolders.ts'
import {
  createRound,
  fixRoster,
  fullRoll,
  makeRules,
  registerAll,
  rosterToReview,
  type Stage,
  upTo,
} from '../support/stage.ts'

const perKind = 30
const few = 10

/** Bars over a plain account, in gas a ballot. */
const bars: Record<Exclude<KeyKind, 'plain account'>, number> = {
  'delegated account by ECDSA': 100,
  'delegated account by ERC-1271': 9_000,
  'ERC-1271 wallet': 18_000,
  'P-256 key': 18_000,
  passkey: 34_000,
}

async function review() {
  const deployment = await deployFactory()
  const { p256Verifier, webAuthnVerifier } = deployment
  const verifiers = [p256Verifier, webAuthnVerifier]
  const size = { seatsPerCommunity: 10, listLength: 10, ballotLimit: 1 }
  const rules = await makeRules(deployment, { verifiers, ...size })
  const stage = await createRound(deployment, rules)
  await registerAll(stage, 20)
  await fixRoster(stage)
  const roll = fullRoll(stage)
  const people: KeyHolder[][] = keyKinds.map(() => [])
  for (const group of upTo(perKind)) {
    const holders = await createHolders(deployment, group)
    for (const [index, kind] of keyKinds.entries()) {
      people[index]?.push(holders[kind])
      roll[seatOf(index, group) - 1] = holders[kind].key
    }
  }
  await rosterToReview(stage, roll)
  const ballots: KnownBallot[][] = []
  for (const [index, holders] of people.entries())
    ballots.push(await makeBallots(stage, index, holders))
  return { stage, people, ballots }
}

/** Kinds take turns: any ten of one kind meet all proposals already. */
function seatOf(kind: number, group: number): number {
  return (group - 1) * keyKinds.length + kind + 1
}

function makeBallots(
  stage: Stage,
  kind: number,
  holders: readonly KeyHolder[],
): Promise<KnownBallot[]> {
  const values = upTo(10).map((entry) => 1 + (entry % 5))
  return Promise.all(
    holders.map(({ sign }, index) =>
      makeBallot(stage, seatOf(kind, index + 1), values, { sign }),
    ),
  )
}

/** Of one ballot more in a page. */
async function marginal(gasOf: (count: number) => Promise<bigint>) {
  return Number((await gasOf(perKind)) - (await gasOf(few))) / (perKind - few)
}

async function undone(send: () => Promise<bigint>): Promise<bigint> {
  const snapshot = await networkHelpers.takeSnapshot()
  const gas = await send()
  await snapshot.restore()
  return gas
}

function report(what: string, [plain = 0, ...others]: number[]) {
  const rows = others.map((gas) => Math.round(gas - plain))
  if (process.env['SHOW_GAS'])
    console.log(
      `${what}: ${Math.round(plain)} for a plain account;`,
      keyKinds.slice(1).map((kind, index) => `${kind} +${rows[index]}`),
    )
  for (const [index, surcharge] of rows.entries()) {
    const kind = keyKinds[index + 1] as keyof typeof bars
    expect(surcharge, kind).to.be.within(-100, bars[kind])
  }
}

describe('surcharge', () => {
  it('of casting stays under the bar of each kind', async function () {
    skipUnderCoverage(this)
    const { ballots, stage } = await loadFixture(review)
    const figures: number[] = []
    for (const own of ballots)
      figures.push(
        await marginal((count) =>
          undone(() => gasUsed(castPage(stage, own.slice(0, count)))),
        ),
      )
    report('cast', figures)
  })

  it('of opening by signature stays under the bar of each kind', async function () {
    skipUnderCoverage(this)
    const { ballots, people, stage } = await loadFixture(review)
    const figures: number[] = []
    for (const [index, own] of ballots.entries())
      figures.push(
        await marginal((count) =>
          undone(() =>
            openSigned(stage, own.slice(0, count), people[index] ?? []),
          ),
        ),
      )
    report('open by signature', figures)
  })
})

async function openSigned(
  stage: Stage,
  ballots: readonly KnownBallot[],
  holders: readonly KeyHolder[],
): Promise<bigint> {
  await castPage(stage, ballots)
  await time.increaseTo(stage.rules.times.releaseUntil + 1)
  const openings = ballots.map((ballot, index) => {
    const { reviewer, version, seal, values, salt } = ballot
    const digest = openingDigest(stage.separator, { reviewer, seal })
    const signature = holders[index]!.sign(digest)
    return { kind: 2 as const, reviewer, version, values, salt, signature }
  })
  return gasUsed(openPage(stage, 1, ballots, openings))
}

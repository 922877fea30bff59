// checkRecord, given honest rounds
// ├── halves and Borda, a jury with budget, everyone scores everything
// │   └── nothing failed, and all that there is was looked at
// ├── a round at each moment of its way → nothing failed
// ├── cancelled, lapsed, failed → nothing failed, and that phase
// ├── the key never came → the reviewers' own openings count
// ├── a ballot that could be opened and is not
// │   ├── while the opening goes on → noted
// │   └── after it → failed
// ├── roles that changed hands, trustees in dispute, a roll in two chunks
// └── given documents → right ones pass, missing ones are noted
import { expect } from 'chai'
import { zeroAddress } from 'viem'
import { checkRecord } from '../../../verifier/checkRecord.ts'
import { type CheckName, checkNames } from '../../../verifier/checkNames.ts'
import type { Finding, Outcome } from '../../../verifier/finding.ts'
import type { RoundRecord } from '../../../verifier/record.ts'
import { signedOpening } from '../../contracts/support/acts.ts'
import {
  closed,
  openedBy,
  openPage,
  rankHonestly,
} from '../../contracts/support/ballots.ts'
import { deployFactory, time } from '../../contracts/support/chain.ts'
import { makeMoments, type Moment } from '../../contracts/support/moments.ts'
import {
  createRound,
  currentAttempt,
  freeze,
  generateKeys,
  juryRules,
  makeRules,
  publishPackages,
  publishRoll,
  publishShares,
  someDigest,
  type Stage,
  toRanking,
} from '../../contracts/support/stage.ts'
import {
  asTrustee,
  makeTrusteeRules,
} from '../../contracts/support/trustees.ts'
import { recordMeans } from '../support/recordedMeans.ts'
import { recordHalves, recordJury, recordOf } from '../support/recordedRound.ts'

const moments: Moment[] = [
  'registration',
  'screening',
  'roll',
  'frozen',
  'drawn',
  'review',
  'closed',
  'keyCame',
  'ranking',
  'objections',
  'answers',
  'confirmation',
  'confirmed',
]

describe('checkRecord', function () {
  this.timeout(120_000)

  describe('given an honest round to its end', () => {
    it('passes halves with Borda and keys of every kind', async () => {
      const { record } = await recordHalves()
      const findings = await checkAll(record)
      expect(notPassed(findings)).to.have.members([
        'openings.signatures',
        'documents.digests',
      ])
      const noted = only(findings, 'noted')
      expect(
        noted.map(({ check, where }) => [check, where?.reviewer]),
      ).to.deep.equal([
        ['ballots.signatures', 3],
        ['openings.complete', 6],
      ])
    })

    it('passes a jury with criteria and a budget', async () => {
      const { record } = await recordJury()
      const findings = await checkAll(record)
      expect(only(findings, 'noted')).to.deep.equal([])
    })

    it('passes a round where everyone scores everything', async () => {
      const { record } = await recordMeans()
      await checkAll(record)
    })
  })

  describe('given a round on its way', () => {
    const load = makeMoments()
    for (const moment of moments)
      it(`fails nothing at ${moment}`, async () => {
        const stage = await load(moment)
        await checkAll(await recordOf(stage))
      })
  })

  describe('given a round that ended otherwise', () => {
    const load = makeMoments()

    it('passes one that was cancelled', async () => {
      const stage = await load('review')
      await stage.round.connect(stage.admin).cancel(someDigest)
      const record = await recordOf(stage)
      expect(record.state.phase).to.equal('cancelled')
      await checkAll(record)
    })

    it('passes one that lapsed', async () => {
      const stage = await load('frozen')
      await time.increaseTo(stage.rules.times.drawBy + 1)
      const record = await recordOf(stage)
      expect(record.state.phase).to.equal('lapsed')
      await checkAll(record)
    })

    it('passes one that failed', async () => {
      const stage = await load('closed')
      await toRanking(stage)
      const record = await recordOf(stage)
      expect(record.state.phase).to.equal('failed')
      const findings = await checkAll(record)
      const closedOnes = only(findings, 'noted', 'openings.complete')
      expect(closedOnes).to.have.length(stage.ballots.length)
    })

    it('passes one that its reviewers opened themselves', async () => {
      const stage = await load('closed')
      const { ballots, rules } = stage
      await time.increaseTo(rules.times.releaseUntil + 1)
      const openings = ballots.map((one, index) =>
        index === 0 ? closed(one) : signedOpening(stage, one),
      )
      await openPage(stage, 1, ballots, openings)
      await toRanking(stage)
      await rankHonestly(stage)
      const findings = await checkAll(await recordOf(stage))
      const [counted] = findings.filter(
        ({ check }) => check === 'openings.signatures',
      )
      expect(counted?.outcome).to.equal('passed')
    })
  })

  describe('given a ballot that could be opened', () => {
    const load = makeMoments()

    it('notes it while the opening goes on', async () => {
      const stage = await load('keyCame')
      const { ballots } = stage
      await openPage(stage, 1, ballots, withoutFirst(ballots))
      const findings = await checkAll(await recordOf(stage))
      const noted = only(findings, 'noted', 'openings.complete')
      expect(
        noted.map(({ where }) => [where?.page, where?.reviewer]),
      ).to.deep.equal([[1, ballots[0]?.reviewer]])
    })

    it('fails once nobody can open it any more', async () => {
      const stage = await load('keyCame')
      const { ballots } = stage
      await openPage(stage, 1, ballots, withoutFirst(ballots))
      await toRanking(stage)
      const failed = only(await checkRecord(await recordOf(stage)), 'failed')
      const found = failed.map(({ check, where }) => [
        check,
        where?.page,
        where?.reviewer,
      ])
      const reviewer = ballots[0]?.reviewer
      expect(found).to.deep.equal([['openings.complete', 1, reviewer]])
    })
  })

  describe('given more than one of something', () => {
    it('passes roles that changed hands', async () => {
      const stage = await makeMoments()('frozen')
      const { admin, anyone, committee, registrar, round } = stage
      await round.connect(committee).offerRole(3, anyone.address)
      await round.connect(anyone).acceptRole(3)
      await round.connect(registrar).offerRole(1, admin.address)
      await round.connect(registrar).offerRole(1, zeroAddress)
      await checkAll(await recordOf(stage))
    })

    it('tells who is to blame for a dispute', async () => {
      const deployment = await deployFactory()
      const rules = await makeTrusteeRules(deployment, 2, 3)
      const stage = await createRound(deployment, rules)
      await disputeWithoutReason(stage)
      const attempt = await currentAttempt(stage)
      const { round, admin } = stage
      await round.connect(admin).startAttempt([...attempt.trustees], someDigest)
      await generateKeys(stage)
      const findings = await checkAll(await recordOf(stage))
      const [verdict] = only(findings, 'noted', 'trustees.disputes')
      expect(verdict?.where).to.deep.include({ attempt: 1, trustee: 3 })
    })

    it('passes a roll in two chunks, the first one replaced', async () => {
      const rules = { ...juryRules, reviewers: 1_030 }
      const stage = await makeMoments({ n: 3, rules })('roll')
      await publishRoll(stage)
      await publishRoll(stage)
      await generateKeys(stage)
      await freeze(stage)
      const record = await recordOf(stage)
      expect(record.state.roll.chunks).to.equal(2)
      await checkAll(record)
    })
  })

  describe('given documents', () => {
    it('passes the right one and notes the missing ones', async () => {
      const { documents, record } = await recordMeans()
      const findings = await checkRecord(record, { documents })
      expect(only(findings, 'failed')).to.deep.equal([])
      const missing = only(findings, 'noted', 'documents.digests')
      const digests = missing.map(({ where }) => where?.document)
      expect(digests).to.have.members([await makeRulesDocument(), someDigest])
    })
  })

  describe('given a signal', () => {
    it('stops', async () => {
      const { record } = await recordMeans()
      const signal = AbortSignal.abort(new Error('enough'))
      const error = await checkRecord(record, { signal }).catch(
        (thrown: unknown) => thrown,
      )
      expect(error).to.equal(signal.reason)
    })
  })
})

async function checkAll(record: RoundRecord): Promise<Finding[]> {
  const findings = await checkRecord(record)
  expect(only(findings, 'failed')).to.deep.equal([])
  const first = findings.filter(({ outcome }) => outcome !== 'noted')
  expect(first.map(({ check }) => check)).to.deep.equal([...checkNames])
  return findings
}

function only(
  findings: readonly Finding[],
  outcome: Outcome,
  check?: CheckName,
): Finding[] {
  return findings.filter(
    (one) =>
      one.outcome === outcome && (check === undefined || one.check === check),
  )
}

function notPassed(findings: readonly Finding[]): CheckName[] {
  return only(findings, 'skipped').map(({ check }) => check)
}

function withoutFirst(ballots: Parameters<typeof openedBy>[0][]) {
  return ballots.map((one, index) =>
    index === 0 ? closed(one) : openedBy(one),
  )
}

/** Trustee 3 complains of trustee 1, whose share is right. */
async function disputeWithoutReason(stage: Stage): Promise<void> {
  const attempt = await currentAttempt(stage)
  const { packages, states } = await publishPackages(stage, attempt)
  await publishShares(stage, attempt, states, packages)
  const complainer = await asTrustee(stage, attempt, 3)
  const secret = BigInt(states[2]?.transportSecret ?? 0)
  const own = packages[2] ?? new Uint8Array()
  await complainer.disputeShare(attempt.number, 1, secret, own)
}

async function makeRulesDocument() {
  const { document } = await makeRules(await deployFactory())
  return document
}

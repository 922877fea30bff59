// keyGeneration
// └── computeKeys, finishKeys
//     ├── given 3 of 5 → all trustees find the same keys, and noble's
//     ├── given 3 of 5 → every own share is that of its verifying share
//     ├── given 3 of 5 → any three shares make the secrets of the keys
//     ├── given 1 of 1 → the lone shares are the secrets
//     └── when a bad share is let in → refuses to finish
import { p256_FROST } from '@noble/curves/nist.js'
import { expect } from 'chai'
import {
  computeKeys,
  finishKeys,
  SharesUnfitError,
} from '../../protocol/keyGeneration.ts'
import { checkPackages } from '../../protocol/keyPackage.ts'
import { receiveShares } from '../../protocol/keyShares.ts'
import { resumePolynomial } from '../../protocol/keyState.ts'
import { fromCurvePoint, parseCompressed } from '../../protocol/point.ts'
import { checkShare, combineShares } from '../../protocol/release.ts'
import { type RunningAttempt, runAttempt } from './keyAttempt.ts'

async function finish(run: RunningAttempt, trustee: number) {
  const { attempt, states, packages, shares } = run
  const state = states[trustee - 1]!
  const found = await receiveShares(attempt, state, packages, shares)
  return finishKeys(attempt, state, packages, found.received)
}

describe('keyGeneration', () => {
  describe('computeKeys, finishKeys', () => {
    it('give all trustees the same keys', async () => {
      const run = await runAttempt(3, 5)
      const keys = computeKeys(run.attempt, run.packages)
      for (const trustee of [1, 2, 3, 4, 5])
        expect((await finish(run, trustee)).keys).to.deep.equal(keys)
      expect(keys.ballotKey).not.to.deep.equal(keys.lotteryKey)
    })

    it("give the same keys as noble's last round", async () => {
      const run = await runAttempt(3, 5)
      const { attempt, states, packages, shares } = run
      const state = states[1]!
      const checked = checkPackages(attempt, packages)
      const found = await receiveShares(attempt, state, packages, shares)
      const resumed = resumePolynomial(attempt, state, checked, 'lottery')
      const { public: outcome } = p256_FROST.DKG.round3(
        resumed.secret,
        resumed.round1,
        found.received.map(({ from, lottery }) => ({
          identifier: p256_FROST.Identifier.fromNumber(from),
          signingShare: lottery,
        })),
      )
      const toPoint = (bytes: Uint8Array) =>
        fromCurvePoint(parseCompressed(bytes))
      const keys = computeKeys(attempt, packages)
      expect(keys.lotteryKey).to.deep.equal(toPoint(outcome.commitments[0]!))
      const verifyingShares = [1, 2, 3, 4, 5].map((number) => {
        const identifier = p256_FROST.Identifier.fromNumber(number)
        return toPoint(outcome.verifyingShares[identifier]!)
      })
      expect(keys.lotteryShares).to.deep.equal(verifyingShares)
    })

    it('give shares that any three combine', async () => {
      const run = await runAttempt(3, 5)
      const finished = await Promise.all(
        [1, 2, 3, 4, 5].map((trustee) => finish(run, trustee)),
      )
      const { keys } = finished[0]!
      for (const [index, { ballotShare, lotteryShare }] of finished.entries()) {
        expect(checkShare(ballotShare, keys.ballotShares[index]!)).to.be.true
        expect(checkShare(lotteryShare, keys.lotteryShares[index]!)).to.be.true
        expect(checkShare(lotteryShare, keys.ballotShares[index]!)).to.be.false
      }
      const released = finished.map(({ lotteryShare }, index) => ({
        trustee: index + 1,
        share: lotteryShare,
      }))
      const signers = { threshold: 3, trustees: 5 }
      const secrets = triplesOf(released).map((triple) =>
        combineShares(signers, triple),
      )
      expect(secrets).to.have.length(10)
      expect(new Set(secrets).size).to.equal(1)
      expect(checkShare(secrets[0]!, keys.lotteryKey)).to.be.true
    })

    it('give a lone trustee the secrets', async () => {
      const run = await runAttempt(1, 1)
      const { keys, ballotShare, lotteryShare } = await finish(run, 1)
      expect(checkShare(ballotShare, keys.ballotKey)).to.be.true
      expect(checkShare(lotteryShare, keys.lotteryKey)).to.be.true
      expect(keys.ballotShares).to.deep.equal([keys.ballotKey])
      expect(keys.lotteryShares).to.deep.equal([keys.lotteryKey])
    })

    it('do not finish with a bad share', async () => {
      const { attempt, states, packages, shares } = await runAttempt(2, 3)
      const state = states[0]!
      const found = await receiveShares(attempt, state, packages, shares)
      const [first, second] = found.received
      const swapped = { ...first!, ballot: second!.ballot }
      const wrong = [[swapped, second!], [first!], [first!, first!]]
      for (const received of wrong)
        expect(() => finishKeys(attempt, state, packages, received)).to.throw(
          SharesUnfitError,
        )
    })
  })
})

function triplesOf<Item>(items: readonly Item[]): Item[][] {
  return items.flatMap((first, i) =>
    items
      .slice(i + 1)
      .flatMap((second, j) =>
        items.slice(i + j + 2).map((third) => [third, first, second]),
      ),
  )
}

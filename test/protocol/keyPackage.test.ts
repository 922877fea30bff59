// keyPackage
// ├── createPackage
// │   ├── given one trustee → two plain keys, and their secrets
// │   ├── given more → packages that noble's round 2 takes
// │   └── keeps a state that JSON can carry
// └── checkPackage
//     ├── given the package of its trustee → reads it
//     └── when length, a point, a proof or the trustee differ → PackageInvalid
import { p256, p256_FROST } from '@noble/curves/nist.js'
import { concatBytes, hexToBytes } from '@noble/curves/utils.js'
import { expect } from 'chai'
import {
  checkPackage,
  createPackage,
  PackageInvalidError,
  packageLength,
} from '../../protocol/keyPackage.ts'
import { seededRandom } from '../../scripts/vectors/seededRandom.ts'
import { makeAttempt, runAttempt } from './keyAttempt.ts'

describe('keyPackage', () => {
  describe('createPackage', () => {
    it('gives a lone trustee plain key pairs', () => {
      const attempt = makeAttempt(1, 1)
      const random = seededRandom('alone')
      const { state, message } = createPackage(attempt, 1, random)
      const secrets = [
        state.transportSecret,
        ...state.ballotPolynomial,
        ...state.lotteryPolynomial,
      ].map((secret) => hexToBytes(secret.slice(2)))
      expect(secrets).to.have.length(3)
      const [transport, ballot, lottery] = secrets
      const expected = concatBytes(
        p256.getPublicKey(transport!, false).subarray(1),
        p256.getPublicKey(ballot!),
        p256.getPublicKey(lottery!),
      )
      expect(message).to.deep.equal(expected)
      expect(message).to.have.length(64 + 33 + 33)
    })

    it("gives several what noble's round 2 takes", async () => {
      const { attempt, packages } = await runAttempt(3, 5)
      const signers = { min: 3, max: 5 }
      const id = p256_FROST.Identifier.fromNumber(1)
      const { secret } = p256_FROST.DKG.round1(id, signers)
      const others = packages.slice(1).map((message, index) => {
        expect(message).to.have.length(64 + 2 * (3 * 33 + 65))
        return checkPackage(attempt, index + 2, message).ballot
      })
      const shares = p256_FROST.DKG.round2(secret, others)
      expect(Object.keys(shares)).to.have.length(4)
    })

    it('keeps a state that JSON can carry', () => {
      const attempt = makeAttempt(2, 3)
      const { state } = createPackage(attempt, 2, seededRandom('JSON'))
      expect(JSON.parse(JSON.stringify(state))).to.deep.equal(state)
    })
  })

  describe('checkPackage', () => {
    it('reads the package of its trustee', async () => {
      const { attempt, packages } = await runAttempt(3, 5)
      const { transportKey, ballot, lottery } = checkPackage(
        attempt,
        4,
        packages[3]!,
      )
      const parts = [transportKey.toBytes(false).subarray(1)]
      for (const { commitment, proofOfKnowledge } of [ballot, lottery])
        parts.push(...commitment, proofOfKnowledge)
      expect(concatBytes(...parts)).to.deep.equal(packages[3])
    })

    it('refuses it from another, and with any part changed', async () => {
      const { attempt, packages } = await runAttempt(2, 3)
      const [message] = packages
      const check = (changed: Uint8Array, trustee = 1) =>
        expect(() => checkPackage(attempt, trustee, changed))
          .to.throw(PackageInvalidError)
          .with.property('trustee', trustee)
      check(message!, 2)
      check(message!.subarray(1))
      check(new Uint8Array(packageLength(attempt)))
      const inProofOfBallot = 64 + 2 * 33 + 33
      const inProofOfLottery = packageLength(attempt) - 1
      for (const at of [1, 63, 64, 65, inProofOfBallot, inProofOfLottery])
        check(message!.with(at, message![at]! ^ 1))
      const swapped = concatBytes(
        message!.subarray(0, 64),
        packages[1]!.subarray(64),
      )
      check(swapped)
    })

    it('refuses a lone key that is none', () => {
      const attempt = makeAttempt(1, 1)
      const { message } = createPackage(attempt, 1, seededRandom('alone'))
      const changed = message.with(64, 7)
      const check = () => checkPackage(attempt, 1, changed)
      expect(check).to.throw(PackageInvalidError)
    })
  })
})

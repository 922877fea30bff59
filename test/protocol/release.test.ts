// release
// ├── checkShare
// │   ├── given the share of a verifying share → true
// │   └── when it is another, 0, negated, or not below the order → false
// └── combineShares
//     ├── given any t shares of a polynomial, in any order → its value at 0
//     ├── given more → takes the lowest numbers
//     ├── given a lone trustee → its share
//     └── when fewer than t are there → TooFewSharesError
import { p256 } from '@noble/curves/nist.js'
import { expect } from 'chai'
import fc from 'fast-check'
import {
  checkShare,
  combineShares,
  TooFewSharesError,
} from '../../protocol/release.ts'
import { keyOf } from './keyOf.ts'

const order = p256.Point.Fn.ORDER
const anyScalar = fc.bigInt(1n, order - 1n)

/** The released share of a trustee: the polynomial at its number. */
function shareOf(coefficients: readonly bigint[], trustee: number) {
  const share = coefficients.reduceRight(
    (sum, coefficient) => (sum * BigInt(trustee) + coefficient) % order,
  )
  return { trustee, share }
}

describe('release', () => {
  describe('checkShare', () => {
    it('knows the share of a verifying share', () => {
      fc.assert(
        fc.property(anyScalar, (share) => {
          expect(checkShare(share, keyOf(share))).to.be.true
          expect(checkShare(order - share, keyOf(share))).to.be.false
        }),
        { numRuns: 20 },
      )
    })

    it('refuses what is no share of it', () => {
      for (const wrong of [0n, -5n, 4n, order + 5n, order])
        expect(checkShare(wrong, keyOf(5n))).to.be.false
    })
  })

  describe('combineShares', () => {
    const signers = { threshold: 3, trustees: 15 }
    const polynomial = fc.array(anyScalar, { minLength: 3, maxLength: 3 })
    const numbers = fc.shuffledSubarray(
      Array.from({ length: 15 }, (_, index) => index + 1),
      { minLength: 3, maxLength: 3 },
    )

    it('gives the value at 0', () => {
      fc.assert(
        fc.property(polynomial, numbers, (coefficients, trustees) => {
          const released = trustees.map((one) => shareOf(coefficients, one))
          const secret = combineShares(signers, released)
          expect(secret).to.equal(coefficients[0])
        }),
      )
    })

    it('takes the lowest numbers of more', () => {
      const coefficients = [7n, 8n, 9n]
      const right = [4, 2, 1].map((one) => shareOf(coefficients, one))
      const later = { trustee: 5, share: 1n }
      const secret = combineShares(signers, [later, ...right])
      expect(secret).to.equal(7n)
    })

    it('gives the share of a lone trustee', () => {
      const lone = { threshold: 1, trustees: 1 }
      const secret = combineShares(lone, [{ trustee: 1, share: 9n }])
      expect(secret).to.equal(9n)
    })

    it('needs as many as the threshold', () => {
      const released = [1, 2].map((one) => shareOf([7n, 8n, 9n], one))
      const combine = () => combineShares(signers, released)
      expect(combine).to.throw(TooFewSharesError)
    })
  })
})

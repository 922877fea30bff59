/** The public key of a P-256 secret, as the contract's struct has it. */
import { p256 } from '@noble/curves/nist.js'
import { fromCurvePoint, type Point } from '../../protocol/point.ts'

export function keyOf(secret: bigint): Point {
  return fromCurvePoint(p256.Point.BASE.multiply(secret))
}

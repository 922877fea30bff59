/** Points of small secrets: the contract asks only that they are on the curve. */
import { p256 } from '@noble/curves/nist.js'
import { fromCurvePoint, type Point } from '../../../protocol/point.ts'

/** secret·G. */
export function curvePoint(secret: bigint): Point {
  return fromCurvePoint(p256.Point.BASE.multiply(secret))
}

/** The order of P-256. */
export const curveOrder: bigint = p256.Point.Fn.ORDER

export const offCurve: Point = { x: word(1), y: word(1) }

function word(value: number): `0x${string}` {
  return `0x${value.toString(16).padStart(64, '0')}`
}

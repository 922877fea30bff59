/** Points of P-256 in the forms that messages, contract and HPKE use. */
import { p256 } from '@noble/curves/nist.js'
import { concatBytes } from '@noble/curves/utils.js'
import { bytesToHex, hexToBytes } from 'viem'
import type { Hex } from 'viem'
import { BaseError } from './errors.ts'

/** A point as the contract's struct has it: 32 bytes each. */
export type Point = { x: Hex; y: Hex }

export type CurvePoint = InstanceType<typeof p256.Point>

export const compressedLength = 33

/** `X ‖ Y`. */
export function packPoint({ x, y }: Point): Uint8Array {
  return concatBytes(hexToBytes(x, { size: 32 }), hexToBytes(y, { size: 32 }))
}

/** Reads the compressed form (33 bytes). */
export function parseCompressed(bytes: Uint8Array): CurvePoint {
  return parse(bytes, compressedLength)
}

/** Reads `X ‖ Y` (64 bytes). */
export function parseUncompressed(bytes: Uint8Array): CurvePoint {
  return parse(concatBytes(Uint8Array.of(4), bytes), 65)
}

export function toCurvePoint(point: Point): CurvePoint {
  return parseUncompressed(packPoint(point))
}

export function fromCurvePoint(point: CurvePoint): Point {
  const bytes = point.toBytes(false)
  return {
    x: bytesToHex(bytes.subarray(1, 33)),
    y: bytesToHex(bytes.subarray(33)),
  }
}

function parse(bytes: Uint8Array, length: number): CurvePoint {
  try {
    if (bytes.length === length) return p256.Point.fromBytes(bytes)
  } catch (cause) {
    throw new PointInvalidError({ bytes, cause })
  }
  throw new PointInvalidError({ bytes })
}

export class PointInvalidError extends BaseError {
  override name = 'PointInvalidError'

  constructor({ bytes, cause }: { bytes: Uint8Array; cause?: unknown }) {
    super(`${bytesToHex(bytes)} is no point of P-256.`, { cause })
  }
}

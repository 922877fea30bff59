/** Packs and reads the big-endian integers of the byte layouts. */
import { concatBytes } from '@noble/curves/utils.js'
import { keccak_256 } from '@noble/hashes/sha3.js'

/** keccak256 of the parts end to end: H(a ‖ b ‖ …). */
export function keccak(...parts: readonly Uint8Array[]): Uint8Array {
  return keccak_256(parts.length === 1 ? first(parts) : concatBytes(...parts))
}

export function u8(value: number): Uint8Array {
  return Uint8Array.of(value)
}

export function u16(value: number): Uint8Array {
  return Uint8Array.of(value >>> 8, value)
}

export function u32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)
}

/** The byte at an offset that the caller knows to be inside. */
export function readU8(bytes: Uint8Array, offset: number): number {
  return bytes[offset] ?? 0
}

export function readU16(bytes: Uint8Array, offset: number): number {
  return readU8(bytes, offset) * 0x100 + readU8(bytes, offset + 1)
}

export function readU32(bytes: Uint8Array, offset: number): number {
  return readU16(bytes, offset) * 0x10000 + readU16(bytes, offset + 2)
}

function first(parts: readonly Uint8Array[]): Uint8Array {
  return parts[0] ?? new Uint8Array()
}

/** Bytes for vectors and tests that look random and never change. */
import { p256 } from '@noble/curves/nist.js'
import { bytesToNumberBE, concatBytes } from '@noble/curves/utils.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { keccak, u32 } from '../../protocol/bytes.ts'
import type { Random } from '../../protocol/keyPackage.ts'

/** A source of bytes of its own: keccak256 of the name and a counter. */
export function seededRandom(name: string): Random {
  let counter = 0
  return (length = 32) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
      keccak(utf8ToBytes(name), u32(counter++)),
    )
    return concatBytes(...blocks).slice(0, length)
  }
}

/** A secret of P-256. */
export function seededScalar(random: Random): bigint {
  return bytesToNumberBE(p256.utils.randomSecretKey(random(48)))
}

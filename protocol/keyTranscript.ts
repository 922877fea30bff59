/** What trustees confirm: the transcript of an attempt, and its keys. */
import {
  bytesToHex,
  decodeAbiParameters,
  encodeAbiParameters,
  type Hex,
  keccak256,
} from 'viem'
import type { Attempt } from './keyPackage.ts'
import type { Point } from './point.ts'

/** What every trustee confirms: `TrusteeKeys` of `contracts/types/Round.sol`. */
export type TrusteeKeys = {
  ballotKey: Point
  lotteryKey: Point
  ballotShares: readonly Point[]
  lotteryShares: readonly Point[]
}

/** The transcript before the first message. */
export function transcriptStart(attempt: Attempt): Hex {
  const { separator, number, trustees, threshold } = attempt
  return keccak256(
    encodeAbiParameters(
      [bytes32, { type: 'uint32' }, { type: 'address[]' }, { type: 'uint8' }],
      [bytesToHex(separator), number, trustees, threshold],
    ),
  )
}

/** The transcript after a message, in the order of the chain. */
export function transcriptAdd(
  transcript: Hex,
  step: 'package' | 'shares',
  trustee: number,
  message: Uint8Array,
): Hex {
  const number = BigInt(step === 'package' ? 1 : 2)
  return keccak256(
    encodeAbiParameters(
      [bytes32, uint256, uint256, bytes32],
      [transcript, number, BigInt(trustee), keccak256(message)],
    ),
  )
}

/** What every trustee confirms. */
export function keysDigest(
  attempt: number,
  transcript: Hex,
  keys: TrusteeKeys,
): Hex {
  return keccak256(
    encodeAbiParameters(
      [{ type: 'uint32' }, bytes32, keysParameter],
      [attempt, transcript, keys],
    ),
  )
}

/** `abi.encode(keys)`, as `KeysStand` carries it. */
export function encodeKeys(keys: TrusteeKeys): Hex {
  return encodeAbiParameters([keysParameter], [keys])
}

export function decodeKeys(encoded: Hex): TrusteeKeys {
  const [keys] = decodeAbiParameters([keysParameter], encoded)
  return keys
}

const bytes32 = { type: 'bytes32' } as const
const uint256 = { type: 'uint256' } as const

const pointComponents = [
  { name: 'x', type: 'bytes32' },
  { name: 'y', type: 'bytes32' },
] as const

const keysParameter = {
  type: 'tuple',
  components: [
    { name: 'ballotKey', type: 'tuple', components: pointComponents },
    { name: 'lotteryKey', type: 'tuple', components: pointComponents },
    { name: 'ballotShares', type: 'tuple[]', components: pointComponents },
    { name: 'lotteryShares', type: 'tuple[]', components: pointComponents },
  ],
} as const

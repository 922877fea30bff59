/** The seed of the draw: the trustees' lottery secret and a block hash. */
import {
  type Address,
  concat,
  type Hash,
  keccak256,
  numberToHex,
  stringToHex,
} from 'viem'

/** EIP-2935 serves so many past block hashes. */
const hashWindow = 8_191n

/** The fixed block whose hash is to be had while `current` is being built. */
export function fixedBlock(drawBlock: bigint, current: bigint): bigint {
  if (current <= drawBlock) return drawBlock
  return drawBlock + hashWindow * ((current - 1n - drawBlock) / hashWindow)
}

export function drawSeed({
  chainId,
  round,
  lottery,
  blockHash,
}: {
  chainId: bigint
  round: Address
  /** The lottery secret L. */
  lottery: bigint
  blockHash: Hash
}): Hash {
  return keccak256(
    concat([
      stringToHex('dure seed'),
      numberToHex(chainId, { size: 32 }),
      round,
      numberToHex(lottery, { size: 32 }),
      blockHash,
    ]),
  )
}

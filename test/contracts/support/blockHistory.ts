/**
 * EIP-2935 on the simulated chain, which has no more than its address: the
 * contract of the EIP, and the hashes that a test gives it.
 */
import { ethers, networkHelpers } from './chain.ts'

const address = '0x0000F90827F1C53a10cb7A02335B175320002935'
/** Serves so many past blocks. */
const servedBlocks = 8_191
const code =
  '0x3373fffffffffffffffffffffffffffffffffffffffe14604657602036036042575f35' +
  '600143038111604257611fff81430311604257611fff9006545f5260205ff35b5f5ffd5b' +
  '5f35611fff60014303065500'

/** The contract, which knows no hash yet. */
export async function installHistory() {
  await networkHelpers.setCode(address, code)
}

/** Notes the true hash of a block, as the chain would. */
export async function noteBlockHash(number: number): Promise<string> {
  const block = await ethers.provider.getBlock(number)
  const hash = block?.hash
  if (!hash) throw new Error(`The chain has no block ${number}.`)
  const slot = number % servedBlocks
  await networkHelpers.setStorageAt(address, slot, hash)
  return hash
}

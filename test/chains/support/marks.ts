/**
 * A contract of 27 bytes in which each key can be marked once, by anyone: what
 * opening, ranking and the like are to those who send them.
 */
import {
  type Address,
  createWalletClient,
  type Hex,
  http,
  parseAbi,
  toFunctionSelector,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { SendCallParameters } from '../../../chain/sendCall.ts'
import { hardhat } from '../../../cli/embeddedChain.ts'
import { fundedKey } from './sender.ts'
import type { StartedNode } from './startNode.ts'

export const marksAbi = parseAbi([
  'function mark(uint256 key)',
  'error Marks_Marked()',
])

// sload(key) ? revert Marks_Marked() : sstore(key, 1)
const runtime = [
  '600435', // key
  '54600e57', // marked: jump to 0x0e
  '600160043555', // mark
  '00',
  `5b63${toFunctionSelector('Marks_Marked()').slice(2)}`,
  '5f526004601cfd',
].join('')
const creation: Hex = `0x601b600a5f39601b5ff3${runtime}`

export async function deployMarks(node: StartedNode): Promise<Address> {
  const { client } = node
  const account = privateKeyToAccount(await fundedKey(node))
  const sender = createWalletClient({
    account,
    chain: hardhat,
    transport: http(node.url),
  })
  const hash = await sender.sendTransaction({ data: creation })
  await client.mine({ blocks: 1 })
  const { contractAddress } = await client.waitForTransactionReceipt({ hash })
  if (!contractAddress) throw new Error('No contract was made.')
  return contractAddress
}

export function markCall(address: Address, key: bigint): SendCallParameters {
  return { address, abi: marksAbi, functionName: 'mark', args: [key] }
}

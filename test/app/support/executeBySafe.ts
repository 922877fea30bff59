/** The one owner of a MockSafe signs a call, and anyone has the Safe make it. */
import { bytesToHex, type Address, type Hex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import {
  readContract,
  waitForTransactionReceipt,
  writeContract,
} from 'viem/actions'
import type { WriteClient } from '../../../chain/clients.ts'
import type { Safe } from '../../relayer/support/safe.ts'

const abi = [
  {
    type: 'function',
    name: 'nonce',
    stateMutability: 'view',
    inputs: [],
    outputs: [{ type: 'uint256' }],
  },
  {
    type: 'function',
    name: 'transactionHash',
    stateMutability: 'view',
    inputs: [
      { name: 'to', type: 'address' },
      { name: 'data', type: 'bytes' },
      { name: 'nonce_', type: 'uint256' },
    ],
    outputs: [{ type: 'bytes32' }],
  },
  {
    type: 'function',
    name: 'execTransaction',
    stateMutability: 'nonpayable',
    inputs: [
      { name: 'to', type: 'address' },
      { name: 'data', type: 'bytes' },
      { name: 'signatures', type: 'bytes' },
    ],
    outputs: [{ type: 'bytes' }],
  },
] as const

export type SafeCall = { to: Address; data: Hex }

/** `payer` sends it. Throws where it reverts. */
export async function executeBySafe(
  payer: WriteClient,
  { address, secret }: Safe,
  { data, to }: SafeCall,
): Promise<void> {
  const at = { address, abi } as const
  const nonce = await readContract(payer, { ...at, functionName: 'nonce' })
  const hash = await readContract(payer, {
    ...{ ...at, functionName: 'transactionHash' },
    args: [to, data, nonce],
  })
  const owner = privateKeyToAccount(bytesToHex(secret))
  const signature = await owner.sign({ hash })
  const sent = await writeContract(payer, {
    ...{ ...at, functionName: 'execTransaction', chain: payer.chain },
    args: [to, data, signature],
  })
  const receipt = await waitForTransactionReceipt(payer, { hash: sent })
  if (receipt.status !== 'success') throw new Error('The Safe did not do it.')
}

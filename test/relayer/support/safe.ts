/** A contract wallet of one owner on a served chain: it signs by ERC-1271. */
import { readFile } from 'node:fs/promises'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { concatBytes } from '@noble/curves/utils.js'
import {
  type Abi,
  type Address,
  bytesToHex,
  hashMessage,
  hashTypedData,
  type Hex,
  hexToBytes,
} from 'viem'
import { deployContract, waitForTransactionReceipt } from 'viem/actions'
import type { WriteClient } from '../../../chain/clients.ts'
import { accountOf } from '../../../cli/rehearse/accountKey.ts'
import { keyOf } from '../../cli/support/commandChain.ts'
import type { Enroller } from './claims.ts'

export type Safe = { address: Address; secret: Uint8Array }

const artifact = new URL(
  '../../../artifacts/contracts/mocks/wallets/MockSafe.sol/MockSafe.json',
  import.meta.url,
)
const types = { SafeMessage: [{ name: 'message', type: 'bytes' }] } as const

export async function deploySafe(
  client: WriteClient,
  owner: string,
): Promise<Safe> {
  const secret = hexToBytes(keyOf(owner))
  const text = await readFile(artifact, 'utf8')
  const { abi, bytecode } = JSON.parse(text) as { abi: Abi; bytecode: Hex }
  const args = [[bytesToHex(accountOf(secret))], 1n]
  const { chain } = client
  const hash = await deployContract(client, { abi, bytecode, args, chain })
  const receipt = await waitForTransactionReceipt(client, { hash })
  if (!receipt.contractAddress) throw new Error('There is no wallet.')
  return { address: receipt.contractAddress, secret }
}

export function safeEnroller(safe: Safe): Enroller {
  const sign: Enroller['sign'] = (digest) => {
    return { kind: 1, body: signBySafe(safe, digest) }
  }
  return { key: safe.address, sign }
}

/** As a wallet that signs messages. */
export function safeAccount(safe: Safe) {
  return {
    address: safe.address,
    signMessage: ({
      message,
    }: {
      message: Parameters<typeof hashMessage>[0]
    }) =>
      Promise.resolve(
        bytesToHex(signBySafe(safe, hexToBytes(hashMessage(message)))),
      ),
  }
}

function signBySafe({ address, secret }: Safe, digest: Uint8Array): Uint8Array {
  const hash = hashTypedData({
    domain: { chainId: 31_337, verifyingContract: address },
    types,
    primaryType: 'SafeMessage',
    message: { message: bytesToHex(digest) },
  })
  const options = { prehash: false, format: 'recovered' } as const
  const signed = secp256k1.sign(hexToBytes(hash), secret, options)
  return concatBytes(signed.subarray(1), Uint8Array.of(27 + (signed[0] ?? 0)))
}

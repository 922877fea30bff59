/** A contract wallet on a served chain, which signs by ERC-1271: all its owners have to. */
import { readFile } from 'node:fs/promises'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { concatBytes } from '@noble/curves/utils.js'
import {
  type Abi,
  type Address,
  bytesToHex,
  encodeAbiParameters,
  hashMessage,
  hashTypedData,
  type Hex,
  hexToBytes,
  keccak256,
  parseAbi,
  zeroHash,
} from 'viem'
import {
  deployContract,
  readContract,
  waitForTransactionReceipt,
  writeContract,
} from 'viem/actions'
import type { ReadClient, WriteClient } from '../../../chain/clients.ts'
import { accountOf } from '../../../cli/rehearse/accountKey.ts'
import { keyOf } from '../../cli/support/commandChain.ts'
import type { Enroller } from './claims.ts'

export type Safe = { address: Address; secrets: readonly Uint8Array[] }

export type SafeCall = { to: Address; data: Hex }

const artifact = new URL(
  '../../../artifacts/contracts/mocks/wallets/MockSafe.sol/MockSafe.json',
  import.meta.url,
)
const types = { SafeMessage: [{ name: 'message', type: 'bytes' }] } as const

export async function deploySafe(
  client: WriteClient,
  ...owners: readonly string[]
): Promise<Safe> {
  const secrets = owners.map((owner) => hexToBytes(keyOf(owner)))
  const text = await readFile(artifact, 'utf8')
  const { abi, bytecode } = JSON.parse(text) as { abi: Abi; bytecode: Hex }
  const keys = secrets.map((secret) => bytesToHex(accountOf(secret)))
  const args = [keys, BigInt(keys.length)]
  const { chain } = client
  const hash = await deployContract(client, { abi, bytecode, args, chain })
  const receipt = await waitForTransactionReceipt(client, { hash })
  if (!receipt.contractAddress) throw new Error('There is no wallet.')
  return { address: receipt.contractAddress, secrets }
}

export function safeEnroller(safe: Safe): Enroller {
  const sign: Enroller['sign'] = (digest) => {
    return { kind: 1, body: signBySafe(safe, digest) }
  }
  return { key: safe.address, sign }
}

/** As a wallet that signs messages, on the chain of the tests unless told. */
export function safeAccount(safe: Safe, chainId?: number) {
  return {
    address: safe.address,
    signMessage: ({
      message,
    }: {
      message: Parameters<typeof hashMessage>[0]
    }) =>
      Promise.resolve(
        bytesToHex(signBySafe(safe, hexToBytes(hashMessage(message)), chainId)),
      ),
  }
}

const abi = parseAbi([
  'function nonce() view returns (uint256)',
  'function transactionHash(address, bytes, uint256) view returns (bytes32)',
  'function execTransaction(address, bytes, bytes) returns (bytes)',
])

/** What the owner has the wallet do; `client` pays. */
export async function executeBySafe(
  client: WriteClient,
  safe: Safe,
  { data, to }: SafeCall,
): Promise<void> {
  const { address } = safe
  const at = { address, abi } as const
  const nonce = await readContract(client, { ...at, functionName: 'nonce' })
  const hash = await readContract(client, {
    ...{ ...at, functionName: 'transactionHash' },
    args: [to, data, nonce],
  })
  const signatures = bytesToHex(signByAll(safe, hexToBytes(hash)))
  const args = [to, data, signatures] as const
  const { chain } = client
  const sent = await writeContract(client, {
    ...{ address, abi, functionName: 'execTransaction', args, chain },
  })
  const { status } = await waitForTransactionReceipt(client, { hash: sent })
  if (status !== 'success') throw new Error('The wallet did not do it.')
}

/** As if the others had taken the first owner out. */
export async function removeOwner(
  reader: ReadClient,
  { address, secrets: [secret] }: Safe,
): Promise<void> {
  if (!secret) throw new Error('The wallet has no owner.')
  const owner = bytesToHex(accountOf(secret))
  // Slot 1 of the mock: who is an owner.
  const place = [{ type: 'address' }, { type: 'uint256' }] as const
  const slot = keccak256(encodeAbiParameters(place, [owner, 1n]))
  const params = [address, slot, zeroHash]
  await reader.request({ method: 'hardhat_setStorageAt', params } as never)
}

export function signBySafe(
  safe: Safe,
  digest: Uint8Array,
  chainId = 31_337,
): Uint8Array {
  const hash = hashTypedData({
    domain: { chainId, verifyingContract: safe.address },
    types,
    primaryType: 'SafeMessage',
    message: { message: bytesToHex(digest) },
  })
  return signByAll(safe, hexToBytes(hash))
}

/** By their rising addresses. */
function signByAll({ secrets }: Safe, hash: Uint8Array): Uint8Array {
  const owners = secrets.map((secret) => ({
    key: bytesToHex(accountOf(secret)),
    signature: signBy(secret, hash),
  }))
  const rising = owners.sort((a, b) => (a.key < b.key ? -1 : 1))
  return concatBytes(...rising.map(({ signature }) => signature))
}

function signBy(secret: Uint8Array, hash: Uint8Array): Uint8Array {
  const options = { prehash: false, format: 'recovered' } as const
  const signed = secp256k1.sign(hash, secret, options)
  return concatBytes(signed.subarray(1), Uint8Array.of(27 + (signed[0] ?? 0)))
}

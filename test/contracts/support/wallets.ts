/** Contract wallets and delegated accounts of made-up people. */
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { concatBytes } from '@noble/curves/utils.js'
import { bytesToHex, type Hex, hashTypedData, hexToBytes } from 'viem'
import type { Account } from './accounts.ts'
import { connection, ethers, networkHelpers } from './chain.ts'
import { stranger } from './accounts.ts'

/** A Safe-like wallet whose owners all sign. */
export type Safe = { address: Hex; owners: readonly Account[] }

const zero = '0x0000000000000000000000000000000000000000'

const safeTypes = {
  SafeMessage: [{ name: 'message', type: 'bytes' }],
  SafeTx: [
    { name: 'to', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'data', type: 'bytes' },
    { name: 'operation', type: 'uint8' },
    { name: 'safeTxGas', type: 'uint256' },
    { name: 'baseGas', type: 'uint256' },
    { name: 'gasPrice', type: 'uint256' },
    { name: 'gasToken', type: 'address' },
    { name: 'refundReceiver', type: 'address' },
    { name: 'nonce', type: 'uint256' },
  ],
} as const

export async function deploySafe(owners: readonly Account[]): Promise<Safe> {
  const addresses = owners.map(({ address }) => address)
  const args = [addresses, addresses.length]
  const safe = await ethers.deployContract('MockSafe', args)
  return { address: (await safe.getAddress()) as Hex, owners }
}

/** ERC-1271: the owners sign the message that the digest is. */
export function signBySafe(safe: Safe, digest: Uint8Array): Uint8Array {
  const hash = hashTypedData({
    domain: safeDomain(safe),
    types: safeTypes,
    primaryType: 'SafeMessage',
    message: { message: bytesToHex(digest) },
  })
  return signByOwners(safe, hash)
}

/** The owners sign a call and somebody else sends it. */
export async function execBySafe(safe: Safe, to: Hex, data: Hex) {
  const contract = await ethers.getContractAt('MockSafe', safe.address)
  const hash = hashTypedData({
    domain: safeDomain(safe),
    types: safeTypes,
    primaryType: 'SafeTx',
    message: {
      to,
      value: 0n,
      data,
      operation: 0,
      safeTxGas: 0n,
      baseGas: 0n,
      gasPrice: 0n,
      gasToken: zero,
      refundReceiver: zero,
      nonce: await contract.nonce(),
    },
  })
  return contract.execTransaction(to, data, signByOwners(safe, hash))
}

/** `r ‖ s ‖ v`, as most wallets and contracts write it. */
export function signWithV({ secret }: Account, digest: Uint8Array): Uint8Array {
  const options = { prehash: false, format: 'recovered' } as const
  const signed = secp256k1.sign(digest, secret, options)
  return concatBytes(signed.subarray(1), Uint8Array.of(27 + (signed[0] ?? 0)))
}

/**
 * Sets an account's code under EIP-7702, by its signed authorization in a
 * transaction of type 4 that somebody else sends and pays.
 */
export async function delegate(account: Account, code: Hex): Promise<void> {
  const { provider } = ethers
  const sponsor = new ethers.Wallet(bytesToHex(stranger(77).secret), provider)
  await networkHelpers.setBalance(sponsor.address, 10n ** 18n)
  const { chainId } = await provider.getNetwork()
  const authorization = await new ethers.Wallet(
    bytesToHex(account.secret),
  ).authorize({
    address: code,
    chainId,
    nonce: await provider.getTransactionCount(account.address),
  })
  const sent = await sponsor.sendTransaction({
    type: 4,
    to: sponsor.address,
    authorizationList: [authorization],
  })
  await sent.wait()
}

/** Deploys a contract from its bare initialisation code. */
export async function deployCode(initcode: Hex): Promise<Hex> {
  const [sender] = await connection.ethers.getSigners()
  const sent = await sender?.sendTransaction({ data: initcode })
  const receipt = await sent?.wait()
  return receipt?.contractAddress as Hex
}

function safeDomain({ address }: Safe) {
  return { chainId: 31_337, verifyingContract: address }
}

/** 65 bytes an owner, by rising addresses. */
function signByOwners({ owners }: Safe, hash: Hex): Uint8Array {
  const rising = owners.toSorted((a, b) => (a.address < b.address ? -1 : 1))
  const digest = hexToBytes(hash)
  return concatBytes(...rising.map((owner) => signWithV(owner, digest)))
}

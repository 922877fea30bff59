/** Checks a signature as the round would: account, contract, or ERC-7913 signer. */
import {
  AbiDecodingDataSizeTooSmallError,
  type Address,
  BaseError as ViemError,
  bytesToHex,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  type Hex,
  hexToBytes,
  parseAbi,
} from 'viem'
import { readContract } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import {
  parseSignature,
  parseSignerBody,
  type Signature,
  signatureKinds,
} from '../../protocol/signer.ts'
import { checkSignature } from '../../verifier/checkSignature.ts'
import { readCode } from '../node/readCode.ts'

const wallet = parseAbi([
  'function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)',
])
const verifierAbi = parseAbi([
  'function verify(bytes key, bytes32 hash, bytes signature) view returns (bytes4)',
])
const yesOfWallet = '0x1626ba7e'
const yesOfVerifier = '0x024ad318'

export type KeySignature = {
  key: Address
  digest: Hex
  /** `kind ‖ body`. */
  signature: Hex
}

/** `verifiers`: those that the rules of the round list. */
export async function isSignedByKey(
  client: ReadClient,
  verifiers: readonly Address[],
  { key, digest, signature: packed }: KeySignature,
): Promise<boolean> {
  const signature = parseSignature(hexToBytes(packed))
  if (!signature) return false
  const codes = await readVerifier(client, signature)
  const context = { verifiers, codes }
  const answer = checkSignature(key, hexToBytes(digest), signature, context)
  if (answer !== 'unknown') return answer === 'valid'
  return signature.kind === signatureKinds.contract
    ? askWallet(client, key, digest, signature.body)
    : askVerifier(client, digest, signature.body)
}

async function readVerifier(client: ReadClient, { body, kind }: Signature) {
  const parsed =
    kind === signatureKinds.verifier ? parseSignerBody(body) : undefined
  return parsed ? [await readCode(client, parsed.signer.verifier)] : []
}

function askWallet(
  client: ReadClient,
  address: Address,
  digest: Hex,
  body: Uint8Array,
): Promise<boolean> {
  const args = [digest, bytesToHex(body)] as const
  const functionName = 'isValidSignature'
  const call = { address, abi: wallet, functionName, args } as const
  return answersYes(() => readContract(client, call), yesOfWallet)
}

function askVerifier(
  client: ReadClient,
  digest: Hex,
  body: Uint8Array,
): Promise<boolean> {
  const parsed = parseSignerBody(body)
  if (!parsed) return Promise.resolve(false)
  const { signature, signer } = parsed
  const { publicKey, verifier: address } = signer
  const args = [bytesToHex(publicKey), digest, bytesToHex(signature)] as const
  const functionName = 'verify'
  const call = { address, abi: verifierAbi, functionName, args } as const
  return answersYes(() => readContract(client, call), yesOfVerifier)
}

/** A contract that reverts, or is none, says no; a node that fails is an error. */
async function answersYes(ask: () => Promise<Hex>, yes: Hex): Promise<boolean> {
  try {
    return (await ask()) === yes
  } catch (error) {
    if (isOfContract(error)) return false
    throw error
  }
}

function isOfContract(error: unknown): boolean {
  if (!(error instanceof ViemError)) return false
  const cause = error.walk(
    (inner) =>
      inner instanceof ContractFunctionRevertedError ||
      inner instanceof ContractFunctionZeroDataError ||
      inner instanceof AbiDecodingDataSizeTooSmallError,
  )
  return cause !== null
}

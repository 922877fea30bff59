/** Looks whether a chain has what a round needs, before one is made on it. */
import {
  type Address,
  BaseError as ViemError,
  concatHex,
  type Hex,
  HttpRequestError,
  numberToHex,
  TimeoutError,
} from 'viem'
import { call, getBlock, getChainId } from 'viem/actions'
import type { ReadClient } from './clients.ts'
import { transactionGasCap } from './transactionGasCap.ts'

export type CheckChainParameters = {
  /** Unix seconds. */
  now: number
}

export type CheckChainReturnType = {
  chainId: number
  /** P-256 signatures are checked at 0x100 (EIP-7951). */
  hasP256: boolean
  /** Block hashes are to be had for 8,191 blocks (EIP-2935), else for 256. */
  hasBlockHistory: boolean
  /** The instructions of Osaka, for which the contracts are compiled. */
  hasOsakaInstructions: boolean
  /** A contract may have 24,576 bytes of code (EIP-170). */
  takesFullCode: boolean
  blockGasLimit: bigint
  /** Most gas, up to the cap of EIP-7825, that the node lets one call have. */
  transactionGas: bigint
  /** Seconds since the latest block. */
  headAge: number
}

const p256Precompile: Address = '0x0000000000000000000000000000000000000100'
const blockHistory: Address = '0x0000F90827F1C53a10cb7A02335B175320002935'

/** A signature by a key made for this question, as `hash ‖ r ‖ s ‖ X ‖ Y`. */
const validSignature: Hex = concatHex([
  '0xede6bd9dffaffc133cbc4b16e3fe11af5ab32c54bfef27b9ea0929c005ca135b',
  '0x91fbbc58d71bf8bf5190e193699362e666847f0670031e1307e28731d6f79eb9',
  '0x0a7f20917e65f5f2447ee5db071bea5b441d59aa362a551e4546c680406e5bf6',
  '0x1f0a873873db2554a10f4115dc1beaf7c8ad2503b897019669d0cd14189cfaef',
  '0xc7d18f6ec25f0b1d51f4298b36507b12577fb33943dc9ea62f9b1570a11804e7',
])
/** The same for a hash whose last bit differs. */
const invalidSignature: Hex = concatHex([
  '0xede6bd9dffaffc133cbc4b16e3fe11af5ab32c54bfef27b9ea0929c005ca135a',
  `0x${validSignature.slice(66)}`,
])

/** Creation code that answers CLZ(0), which is 256. */
const countLeadingZeros: Hex = '0x5f1e5f5260205ff3'
/** Creation code that answers 24,576 bytes of code. */
const fullCode: Hex = '0x6160005ff3'
const fullCodeLength = 24_576
/** Creation code that answers the gas it has left. */
const remainingGas: Hex = '0x5a5f5260205ff3'

export async function checkChain(
  client: ReadClient,
  { now }: CheckChainParameters,
): Promise<CheckChainReturnType> {
  const [chainId, block] = await Promise.all([
    getChainId(client),
    getBlock(client),
  ])
  const parent = block.number - 1n
  const [hasP256, hasBlockHistory, clz, code, transactionGas] =
    await Promise.all([
      checkP256(client),
      checkBlockHistory(client, parent, block.parentHash),
      answer(client, { data: countLeadingZeros }),
      answer(client, { data: fullCode }),
      measureGas(client),
    ])
  return {
    chainId,
    hasP256,
    hasBlockHistory,
    hasOsakaInstructions: clz === numberToHex(256, { size: 32 }),
    takesFullCode: code?.length === 2 + 2 * fullCodeLength,
    blockGasLimit: block.gasLimit,
    transactionGas: smaller(transactionGas, block.gasLimit),
    headAge: now - Number(block.timestamp),
  }
}

async function checkP256(client: ReadClient): Promise<boolean> {
  const [valid, invalid] = await Promise.all([
    answer(client, { to: p256Precompile, data: validSignature }),
    answer(client, { to: p256Precompile, data: invalidSignature }),
  ])
  return valid === numberToHex(1, { size: 32 }) && invalid === '0x'
}

/** The history is asked for a hash that the latest block names. */
async function checkBlockHistory(
  client: ReadClient,
  parent: bigint,
  parentHash: Hex,
): Promise<boolean> {
  if (parent < 0n) return false
  const data = numberToHex(parent, { size: 32 })
  return (await answer(client, { to: blockHistory, data })) === parentHash
}

/** What the cap leaves after the price of the transaction itself. */
async function measureGas(client: ReadClient): Promise<bigint> {
  const question = { data: remainingGas, gas: transactionGasCap }
  const left = await answer(client, question)
  if (left === undefined || left === '0x') return 0n
  const price = transactionGasCap - BigInt(left)
  return price < mostIntrinsicGas ? transactionGasCap : BigInt(left)
}

/** Of a creation with so few bytes: 53,000 and some for the bytes. */
const mostIntrinsicGas = 100_000n

type Question = { to?: Address; data: Hex; gas?: bigint }

/** Undefined where the chain refuses; a node out of reach throws. */
async function answer(
  client: ReadClient,
  question: Question,
): Promise<Hex | undefined> {
  try {
    const { data = '0x' } = await call(client, question)
    return data
  } catch (error) {
    if (isOutOfReach(error)) throw error
    return undefined
  }
}

function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof ViemError)) return true
  const broken = error.walk(
    (inner) =>
      inner instanceof HttpRequestError || inner instanceof TimeoutError,
  )
  return broken !== null
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

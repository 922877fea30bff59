/**
 * Asks one view of a contract: a plain `eth_call`. viem's own `readContract` can do
 * much more (contracts that are not deployed, other states, answers from servers)
 * and explains at length, none of which is needed here: a page that reads by this
 * loads 15 kB less.
 */
import {
  type Abi,
  type Address,
  BaseError as ViemError,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  decodeErrorResult,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
  isHex,
  numberToHex,
} from 'viem'
import type { ReadClient } from './clients.ts'
import { isNodeFault } from './nodeFault.ts'
import { RefusedError, UnnamedRefusalError } from './refusedError.ts'

type Mutability = 'pure' | 'view'

export type ReadViewParameters<
  abi extends Abi,
  name extends ContractFunctionName<abi, Mutability>,
  args extends ContractFunctionArgs<abi, Mutability, name>,
> = {
  address: Address
  abi: abi
  functionName: name
  args: args
  /** The latest unless told. */
  blockNumber?: bigint | undefined
}

/** A contract's refusal comes out as {@link RefusedError}. */
export async function readView<
  const abi extends Abi,
  name extends ContractFunctionName<abi, Mutability>,
  const args extends ContractFunctionArgs<abi, Mutability, name>,
>(
  client: ReadClient,
  parameters: ReadViewParameters<abi, name, args>,
): Promise<ContractFunctionReturnType<abi, Mutability, name, args>> {
  const { address, blockNumber } = parameters
  // viem cannot follow names that are still generic; the types above do.
  const call = parameters as unknown as Call
  const data = encodeFunctionData(call)
  const block = blockNumber === undefined ? 'latest' : numberToHex(blockNumber)
  const answer = await ask(client, call, [{ to: address, data }, block])
  const value: unknown = decodeFunctionResult({ ...call, data: answer })
  return value as ContractFunctionReturnType<abi, Mutability, name, args>
}

type Call = { abi: Abi; functionName: string; args: readonly unknown[] }

async function ask(
  client: ReadClient,
  call: Call,
  params: readonly [{ to: Address; data: Hex }, Hex | 'latest'],
): Promise<Hex> {
  try {
    return await client.request({ method: 'eth_call', params: [...params] })
  } catch (error) {
    throw toRefusal(call, error)
  }
}

/** By EIP-1474, and what nodes made of it: 3 is Geth's word for a revert. */
const codesOfRevert: readonly unknown[] = [3, -32_603, -32_000]

function toRefusal({ abi, functionName }: Call, error: unknown): unknown {
  if (!(error instanceof ViemError) || isNodeFault(error)) return error
  const { code, data, details = '' } = findRevert(error)
  if (!codesOfRevert.includes(code)) return error
  const hex = isHex(data) ? data : dataOf(data)
  if (hex === undefined && !/revert/i.test(details)) return error
  const named = hex === undefined ? undefined : decode(abi, hex)
  if (!named)
    return new UnnamedRefusalError({ functionName, details, cause: error })
  const { args: values = [], errorName } = named
  return new RefusedError({ functionName, errorName, values, cause: error })
}

type Revert = { code?: unknown; data?: unknown; details?: string }

/** What the node said, however deep it stands. */
function findRevert(error: ViemError): Revert {
  const isRevert = (inner: unknown) =>
    typeof inner === 'object' && inner !== null && 'data' in inner
  return (error.walk(isRevert) ?? error.walk()) as Revert
}

/** Some nodes wrap the bytes. */
function dataOf(data: unknown): Hex | undefined {
  const isObject = typeof data === 'object' && data !== null
  const inner = isObject && 'data' in data ? data.data : undefined
  return isHex(inner) ? inner : undefined
}

function decode(abi: Abi, data: Hex) {
  try {
    return decodeErrorResult({ abi, data })
  } catch {
    return undefined
  }
}

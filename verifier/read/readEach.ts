/** One view of a round for many arguments, many in a request. */
import type {
  Address,
  ContractFunctionArgs,
  ContractFunctionReturnType,
} from 'viem'
import { multicall } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import { roundAbi } from '../../chain/generated/abis.ts'
import { mapConcurrently } from '../../chain/mapConcurrently.ts'
import { readRound, type RoundReadName } from '../../chain/readRound.ts'
import { isRefusal } from './patientClient.ts'

type RoundAbi = typeof roundAbi
type Args<name extends RoundReadName> = ContractFunctionArgs<
  RoundAbi,
  'view',
  name
>
type Answer<name extends RoundReadName> = ContractFunctionReturnType<
  RoundAbi,
  'view',
  name
>

export type Reading = { round: Address; blockNumber: bigint }

export type Asking = Reading & {
  client: ReadClient
  onRead: (count: number) => void
}

/**
 * The calls travel in the code that a node runs for us, so that no contract
 * must stand on the chain for it: 225 bytes each, 49,152 in all (EIP-3860).
 */
const callsAtOnce = 150

export async function readEach<const name extends RoundReadName>(
  { client, onRead, ...reading }: Asking,
  functionName: name,
  args: readonly Args<name>[],
): Promise<Answer<name>[]> {
  const parts = splitEvery(args, callsAtOnce)
  const answers = await mapConcurrently(parts, async (part) => {
    const some = await readPart(client, reading, functionName, part)
    onRead(part.length)
    return some
  })
  return answers.flat()
}

/** In halves where the node finds it too much. */
async function readPart<const name extends RoundReadName>(
  client: ReadClient,
  reading: Reading,
  functionName: name,
  args: readonly Args<name>[],
): Promise<Answer<name>[]> {
  const [first] = args
  if (first === undefined) return []
  if (args.length === 1) {
    const call = { ...reading, functionName, args: first }
    return [await readRound(client, call)]
  }
  try {
    return await readTogether(client, reading, functionName, args)
  } catch (error) {
    if (!isRefusal(error)) throw error
    const [left = [], right = []] = splitEvery(args, Math.ceil(args.length / 2))
    return [
      ...(await readPart(client, reading, functionName, left)),
      ...(await readPart(client, reading, functionName, right)),
    ]
  }
}

async function readTogether<const name extends RoundReadName>(
  client: ReadClient,
  { round, blockNumber }: Reading,
  functionName: name,
  args: readonly Args<name>[],
): Promise<Answer<name>[]> {
  const answers: unknown = await multicall(client, {
    allowFailure: false,
    batchSize: 0,
    blockNumber,
    // viem cannot follow a name that is still generic; the types above do.
    contracts: args.map((some) => ({
      address: round,
      abi: roundAbi,
      functionName,
      args: some,
    })) as never[],
    deployless: true,
  })
  return answers as Answer<name>[]
}

function splitEvery<item>(items: readonly item[], size: number): item[][] {
  const parts = Math.ceil(items.length / size)
  return Array.from({ length: parts }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

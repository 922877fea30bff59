/** The whole roll: its latest chunks, from the contracts that hold the keys. */
import { type Address, type Hex, size, sliceHex } from 'viem'
import { getCode } from 'viem/actions'
import { BaseError } from '../protocol/errors.ts'
import { fromChunks, type Roll } from '../protocol/roll.ts'
import type { ReadClient } from './clients.ts'
import { getRoundLogs } from './getRoundLogs.ts'
import { mapConcurrently } from './mapConcurrently.ts'
import { readRound } from './readRound.ts'

export type GetRollParameters = {
  round: Address
  /** The round's first block. */
  fromBlock?: bigint | undefined
}
export type GetRollReturnType = Roll

export async function getRoll(
  client: ReadClient,
  parameters: GetRollParameters,
): Promise<GetRollReturnType> {
  const { round } = parameters
  const standing = await getRollChunks(client, parameters)
  const chunks = standing.map(([, keys]) => keys)
  const call = { round, functionName: 'reviewerCount', args: [] } as const
  return fromChunks(chunks, Number(await readRound(client, call)))
}

/** The chunks that stand, with their numbers from 0, packed. */
export async function getRollChunks(
  client: ReadClient,
  { round, fromBlock }: GetRollParameters,
): Promise<[chunk: number, keys: Hex][]> {
  const eventNames = ['RollPublished'] as const
  const logs = await getRoundLogs(client, { round, eventNames, fromBlock })
  // Later ones replace earlier ones of the same chunk.
  const latest = new Map(
    logs.map(({ args }) => [Number(args.chunk), args.code]),
  )
  const codes = [...latest].sort(([one], [other]) => one - other)
  return mapConcurrently(codes, async ([chunk, code]) => [
    chunk,
    await readChunk(client, code),
  ])
}

/** The code is 0x00, so that nobody can call it, and then the keys. */
async function readChunk(client: ReadClient, address: Address): Promise<Hex> {
  const code = await getCode(client, { address })
  if (code === undefined || size(code) < 2)
    throw new ChunkMissingError({ address })
  return sliceHex(code, 1)
}

export class ChunkMissingError extends BaseError {
  override name = 'ChunkMissingError'

  constructor({ address }: { address: Address }) {
    super(`There are no keys at ${address}.`, {
      metaMessages: ['Expected a chunk of the roll in the code there.'],
    })
  }
}

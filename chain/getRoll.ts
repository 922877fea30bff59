/** The whole roll: its latest chunks, from the contracts that hold the keys. */
import { type Address, getAbiItem, type Hex, size, sliceHex } from 'viem'
import { getCode, getLogs } from 'viem/actions'
import { BaseError } from '../protocol/errors.ts'
import { fromChunks, type Roll } from '../protocol/roll.ts'
import type { ReadClient } from './clients.ts'
import { roundAbi } from './generated/abis.ts'
import { mapConcurrently } from './mapConcurrently.ts'
import { readRound } from './readRound.ts'

export type GetRollParameters = {
  round: Address
  /** The round's first block. */
  fromBlock?: bigint
}
export type GetRollReturnType = Roll

const event = getAbiItem({ abi: roundAbi, name: 'RollPublished' })

export async function getRoll(
  client: ReadClient,
  { round, fromBlock = 0n }: GetRollParameters,
): Promise<GetRollReturnType> {
  const filter = { address: round, event, fromBlock, strict: true } as const
  const logs = await getLogs(client, filter)
  // Later ones replace earlier ones of the same chunk.
  const latest = new Map(
    logs.map(({ args }) => [Number(args.chunk), args.code]),
  )
  const codes = [...latest].sort(([one], [other]) => one - other)
  const chunks = await mapConcurrently(codes, ([, code]) =>
    readChunk(client, code),
  )
  const call = { round, functionName: 'reviewerCount', args: [] } as const
  return fromChunks(chunks, Number(await readRound(client, call)))
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

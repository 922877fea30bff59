/**
 * What a running sample leaves on disk for its people: where it is, and the
 * trustees' shares. Only while it runs, and never in version control.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Address, isAddress, isHex, toHex } from 'viem'
import { BaseError } from '../../protocol/errors.ts'

export type RunningSample = {
  url: string
  factory: Address
  receipts: Address
  round: Address
}

const root = path.join(import.meta.dirname, '../..')
const ownerOnly = 0o600

/** From the repository's root, as people are told. */
export function localFolder(port: number): string {
  return path.posix.join('.dure', String(port))
}

export async function writeLocalFiles(
  port: number,
  sample: RunningSample,
  ballotShares: readonly bigint[],
): Promise<void> {
  const folder = localFolder(port)
  await mkdir(path.join(root, folder), { recursive: true })
  await write(folder, 'sample', sample)
  for (const [index, share] of ballotShares.entries()) {
    const ballotShare = toHex(share, { size: 32 })
    await write(folder, `trustee-${index + 1}`, { ballotShare })
  }
}

export async function removeLocalFiles(port: number): Promise<void> {
  const folder = path.join(root, localFolder(port))
  await rm(folder, { recursive: true, force: true })
}

export async function readRunningSample(port: number): Promise<RunningSample> {
  const { url, factory, receipts, round } = await read(port, 'sample')
  if (
    typeof url === 'string' &&
    isAddressText(factory) &&
    isAddressText(receipts) &&
    isAddressText(round)
  )
    return { url, factory, receipts, round }
  throw new NoSampleError({ port })
}

export async function readBallotShare(
  port: number,
  trustee: number,
): Promise<bigint> {
  const { ballotShare } = await read(port, `trustee-${trustee}`)
  if (isHex(ballotShare)) return BigInt(ballotShare)
  throw new NoSampleError({ port })
}

async function write(
  folder: string,
  name: string,
  content: Readonly<Record<string, string>>,
): Promise<void> {
  const file = path.join(root, folder, `${name}.json`)
  const text = `${JSON.stringify(content, null, 2)}\n`
  await writeFile(file, text, { mode: ownerOnly })
}

async function read(
  port: number,
  name: string,
): Promise<Readonly<Record<string, unknown>>> {
  const file = path.join(root, localFolder(port), `${name}.json`)
  try {
    const content: unknown = JSON.parse(await readFile(file, 'utf8'))
    return content as Readonly<Record<string, unknown>>
  } catch (cause) {
    throw new NoSampleError({ port, cause })
  }
}

function isAddressText(value: unknown): value is Address {
  return typeof value === 'string' && isAddress(value)
}

export class NoSampleError extends BaseError {
  override name = 'NoSampleError'

  constructor({ port, cause }: { port: number; cause?: unknown }) {
    super(`No sample round runs at port ${port}.`, {
      metaMessages: [
        'Start one with `npm start`, in a terminal of its own.',
        'Another port than 8545 is named with --port.',
      ],
      cause,
    })
  }
}

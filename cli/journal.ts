/** A delivery journal in a folder: one file for each unfinished act. */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { isAddress, isHash, isHex } from 'viem'
import {
  type Delivery,
  inTurn,
  type Journal,
  placeOf,
} from '../chain/delivery/journal.ts'
import { BaseError } from '../protocol/errors.ts'
import { withLock } from './lock.ts'
import { jsonText } from '../protocol/jsonText.ts'
import { writeWhole } from './writeWhole.ts'

const extension = '.json'
/** Milliseconds: signing and keeping one transaction takes a moment. */
const patience = 60_000

/**
 * Signed transactions are no secret, but whoever removes or changes these files
 * decides whether an act is sent again: only this user writes them.
 */
export function fileJournal(folder: string): Journal {
  const fileOf = (delivery: Delivery) =>
    path.join(folder, placeOf(delivery) + extension)
  const takeTurn = inTurn()
  return {
    async load() {
      const files = await listFiles(folder)
      const deliveries = await Promise.all(files.map(readDelivery))
      return deliveries.filter((delivery) => delivery !== undefined)
    },
    async save(delivery) {
      await makeFolder(folder)
      await writeWhole(fileOf(delivery), jsonText(delivery))
    },
    remove: (delivery) => rm(fileOf(delivery), { force: true }),
    exclusively: (work) =>
      takeTurn(async () => {
        await makeFolder(folder)
        return withLock({ file: path.join(folder, 'lock'), patience }, work)
      }),
  }
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
}

async function listFiles(folder: string): Promise<string[]> {
  const names = await unlessAbsent(readdir(folder))
  return (names ?? [])
    .filter((name) => name.endsWith(extension))
    .map((name) => path.join(folder, name))
}

/** Another process may have finished it between the list and the reading. */
async function readDelivery(file: string): Promise<Delivery | undefined> {
  const text = await unlessAbsent(readFile(file, 'utf8'))
  return text === undefined ? undefined : parseDelivery(file, text)
}

function parseDelivery(file: string, text: string): Delivery {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (cause) {
    throw new JournalFileError({ file, cause })
  }
  if (!isDelivery(content)) throw new JournalFileError({ file })
  return content
}

function isDelivery(content: unknown): content is Delivery {
  if (typeof content !== 'object' || content === null) return false
  const { act, functionName, chainId, from, nonce, transactions } =
    content as Partial<Record<keyof Delivery, unknown>>
  return (
    typeof act === 'string' &&
    isHash(act) &&
    typeof functionName === 'string' &&
    Number.isSafeInteger(chainId) &&
    typeof from === 'string' &&
    isAddress(from) &&
    Number.isSafeInteger(nonce) &&
    Array.isArray(transactions) &&
    transactions.length > 0 &&
    transactions.every((transaction) => isHex(transaction))
  )
}

async function unlessAbsent<result>(
  reading: Promise<result>,
): Promise<result | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return undefined
    throw error
  }
}

export class JournalFileError extends BaseError {
  override name = 'JournalFileError'
  readonly file: string

  constructor({ file, cause }: { file: string; cause?: unknown }) {
    super(`${file} is not a transaction that dure has kept.`, {
      metaMessages: [
        'It may stand for an act that is already sent. Put it right from a copy;',
        'or see on the chain that its account has nothing pending, then delete it.',
      ],
      cause,
    })
    this.file = file
  }
}

/** `documents delete CID --reason TEXT`: on the database, without the chain. */
import { parseArgs } from 'node:util'
import { parseCid, toCid } from '../../protocol/cid.ts'
import { BaseError } from '../../protocol/errors.ts'
import { readStorage } from '../config/readConfig.ts'
import { nowByClock } from '../officials/secrets.ts'
import { openDatabase } from '../storage/openDatabase.ts'
import { deleteDocument } from './deleteDocument.ts'
import { eraseDeleted } from './eraseDeleted.ts'

type Out = { write(text: string): unknown }

export async function runDocuments(
  words: readonly string[],
  env: Record<string, string | undefined>,
  out: Out,
): Promise<void> {
  const { cid, reason } = readWish(words)
  const digest = parseCid(cid)
  const database = await openDatabase(readStorage(env))
  try {
    const deletedAt = nowByClock()
    const wish = { digest, reason, deletedAt, by: 'operator' }
    const tombstones = await deleteDocument(database, wish)
    await eraseDeleted(database)
    for (const one of tombstones)
      out.write(`deleted\t${toCid(one.digest)}\t${one.reason}\n`)
  } finally {
    await database.close()
  }
}

function readWish(words: readonly string[]): { cid: string; reason: string } {
  const { positionals, values } = parse(words)
  const [act, cid, ...more] = positionals
  const reason = values.reason?.trim()
  if (act !== 'delete' || cid === undefined || more.length > 0 || !reason)
    throw new DocumentsUsageError()
  return { cid, reason }
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: { reason: { type: 'string' } },
      allowPositionals: true,
    })
  } catch (cause) {
    throw new DocumentsUsageError({ cause })
  }
}

export class DocumentsUsageError extends BaseError {
  override name = 'DocumentsUsageError'

  constructor({ cause }: { cause?: unknown } = {}) {
    super('The words of the command are not as they should be.', {
      metaMessages: [
        'Expected: documents delete CID --reason TEXT.',
        'The reason is public, and stays: it must name nobody.',
      ],
      cause,
    })
  }
}

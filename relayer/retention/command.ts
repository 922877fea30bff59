/** `retention check` and `retention delete`: on the database, without the chain. */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Address, getAddress, isAddress } from 'viem'
import { readStorage } from '../config/readConfig.ts'
import { BaseError } from '../../protocol/errors.ts'
import { type Database, openDatabase } from '../storage/openDatabase.ts'
import { checkLinks, type Finding, seekWords } from './checkLinks.ts'
import { deleteLinks } from './deleteLinks.ts'

type Out = { write(text: string): unknown }

type Wish = { act: 'check' | 'delete'; round: Address; words: string[] }

/** Its exit code: 1 where something could still link a person to a seat. */
export async function runRetention(
  words: readonly string[],
  env: Record<string, string | undefined>,
  out: Out,
): Promise<0 | 1> {
  const wish = await readWish(words)
  const database = await openDatabase(readStorage(env))
  try {
    if (wish.act === 'delete') await deleteLinks(database, wish.round)
    return await report(database, wish, out)
  } finally {
    await database.close()
  }
}

async function report(
  database: Database,
  { round, words }: Wish,
  out: Out,
): Promise<0 | 1> {
  const links = await checkLinks(database, round)
  const found = words.length > 0 ? await seekWords(database, words) : []
  const findings = [...links, ...found]
  for (const { count, place } of findings) out.write(`${count}\t${place}\n`)
  const left = findings.reduce(
    (sum: number, { count }: Finding) => sum + count,
    0,
  )
  out.write(
    left === 0
      ? `Nothing links a person to a seat of ${round}.\n`
      : `${left} values can still link a person to a seat of ${round}.\n`,
  )
  return left === 0 ? 0 : 1
}

async function readWish(words: readonly string[]): Promise<Wish> {
  const { positionals, values } = parse(words)
  const [act, ...more] = positionals
  const { round, seek } = values
  if ((act !== 'check' && act !== 'delete') || more.length > 0)
    throw new RetentionUsageError()
  if (round === undefined || !isAddress(round, { strict: false }))
    throw new RetentionUsageError()
  const sought = seek === undefined ? [] : await readWords(seek)
  return { act, round: getAddress(round), words: sought }
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: { round: { type: 'string' }, seek: { type: 'string' } },
      allowPositionals: true,
    })
  } catch (cause) {
    throw new RetentionUsageError({ cause })
  }
}

/** One a line. */
async function readWords(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new RetentionUsageError({ cause })
  })
  const lines = text.split('\n').map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}

export class RetentionUsageError extends BaseError {
  override name = 'RetentionUsageError'

  constructor({ cause }: { cause?: unknown } = {}) {
    super('The words of the command are not as they should be.', {
      metaMessages: [
        'Expected: retention check --round ADDRESS [--seek FILE], or retention delete --round ADDRESS [--seek FILE].',
        'FILE is a text file of contacts, one a line, which are then searched for in every column of text.',
      ],
      cause,
    })
  }
}

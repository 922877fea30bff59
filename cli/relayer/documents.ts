/** `dure relayer documents`: deletes a document on request, without the chain. */
import type { Command } from 'commander'
import { toCid } from '../../protocol/cid.ts'
import { parseCid } from '../../protocol/parseCid.ts'
import { jsonOption } from '../frame/options.ts'
import { report } from '../frame/report.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { UsageError } from '../usageError.ts'
import { withDatabase } from './database.ts'

const examples = `
Examples:
  $ dure relayer documents delete bafkrei… --reason "Asked for by its author."

On the database alone, by DURE_DATA_FOLDER (with the relayer stopped) or
DATABASE_URL. The reason is public, and stays: it must name nobody.`

type Options = { reason: string; json?: true }

export function addRelayerDocuments(
  relayer: Command,
  surroundings: Surroundings,
): void {
  relayer
    .command('documents')
    .description('what the relayer keeps of published documents')
    .addHelpText('after', examples)
    .command('delete')
    .description('delete one, and leave a tombstone')
    .argument('<cid>', 'which one')
    .requiredOption('--reason <text>', 'why; it is public, and names nobody')
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action((cid: string, options: Options) =>
      deleteOne(surroundings, cid, options),
    )
}

async function deleteOne(
  surroundings: Surroundings,
  cid: string,
  options: Options,
): Promise<void> {
  const digest = parseCid(cid)
  const reason = options.reason.trim()
  if (reason === '')
    throw new UsageError('--reason is empty.', 'Say why, and name nobody.')
  const { deleteDocument } =
    await import('../../relayer/documents/deleteDocument.ts')
  const { eraseDeleted } =
    await import('../../relayer/documents/eraseDeleted.ts')
  const deletedAt = surroundings.now()
  const wish = { digest, reason, deletedAt, by: 'operator' }
  const tombstones = await withDatabase(surroundings, async (database) => {
    const deleted = await deleteDocument(database, wish)
    await eraseDeleted(database)
    return deleted
  })
  const deleted = tombstones.map((one) => ({
    cid: toCid(one.digest),
    reason: one.reason,
  }))
  const lines = deleted.map((one) => `deleted\t${one.cid}\t${one.reason}`)
  report(
    { surroundings, options },
    { text: lines.join('\n'), json: { deleted } },
  )
}

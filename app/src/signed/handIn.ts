/** Brings a signed act to a relayer, with its document and the files of that. */
import { BaseError } from '../../../protocol/errors.ts'
import { restoreDocument } from '../documents/newDocument.ts'
import { readFile } from '../documents/keptFiles.ts'
import { postAct } from '../relayer/acts.ts'
import { bringDocument, isAtRelayer } from '../relayer/documents.ts'
import { keepAct, type KeptAct, toSignedAct } from './keptActs.ts'

/** The same act again is taken once. */
export async function handIn(
  kept: KeptAct,
  relayers: readonly string[],
): Promise<void> {
  const document = kept.document ? restoreDocument(kept.document) : undefined
  const act = toSignedAct(kept)
  const { relayer, told } = await postAct(relayers, act, document?.bytes)
  const taken = { ...kept, taken: { relayer, id: told.id } }
  keepAct(taken)
  await bringFiles(taken, [relayer])
  keepAct({ ...taken, isBrought: true })
}

/** Of an act that came to the chain without a relayer. */
export async function bringAll(
  kept: KeptAct,
  relayers: readonly string[],
): Promise<void> {
  const { document, key } = kept
  if (document)
    await bringDocument(relayers, key.round, restoreDocument(document))
  await bringFiles(kept, relayers)
  keepAct({ ...kept, isBrought: true })
}

/**
 * After the document that lists them: else nobody asks for them. Those of an
 * earlier version may be there already.
 */
async function bringFiles(
  { attachments, key }: KeptAct,
  relayers: readonly string[],
): Promise<void> {
  for (const { digest, name, type } of attachments) {
    const bytes = await readFile(digest)
    if (bytes) await bringDocument(relayers, key.round, { digest, bytes, type })
    else if (!(await isAtRelayer(relayers, digest)))
      throw new FileLostError({ name })
  }
}

export class FileLostError extends BaseError {
  override name = 'FileLostError'

  constructor({ name }: { name: string }) {
    super(`The browser has not kept the file ${name}.`, {
      metaMessages: ['Expected it where it was kept when it was chosen.'],
    })
  }
}

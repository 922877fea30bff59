/** Reads, or signs, what opens single ballots, and plans their opening. */
import { planSignedOpenings } from '../../chain/opening/planSignedOpenings.ts'
import type { PlannedOpening } from '../../chain/opening/planOpeningByKey.ts'
import { jsonText } from '../../protocol/jsonText.ts'
import {
  type OwnBallotFile,
  readBallotFile,
  type SignedOpeningFile,
} from '../casting/ballotFiles.ts'
import { findReviewer, requireKey } from '../casting/findReviewer.ts'
import type { RoundActSession } from '../frame/session.ts'
import { readAccount } from '../keys/readAccount.ts'
import type { RoundContext } from '../roundContext.ts'
import { signMessage } from '../signing/signMessage.ts'
import { UsageError } from '../usageError.ts'
import type { OpenOptions } from './open.ts'

export async function openOwn(
  session: RoundActSession,
  context: RoundContext,
  files: readonly string[],
  options: OpenOptions,
): Promise<PlannedOpening> {
  const signed = await readOpenings(session, context, files, options)
  const scores = signed.map(({ content, file }) => ({ ...content, name: file }))
  return planSignedOpenings(session.reader, context, scores)
}

/** For somebody else to send. */
export async function printSignedOpenings(
  { surroundings, ...session }: RoundActSession,
  context: RoundContext,
  files: readonly string[],
  options: OpenOptions,
): Promise<void> {
  const [file, ...others] = files
  if (file === undefined || others.length > 0)
    throw new UsageError('--sign-only takes one file.', 'Give the own copy.')
  const all = { surroundings, ...session }
  const [signed] = await readOpenings(all, context, [file], options)
  if (!signed) return
  surroundings.out.write(jsonText(signed.content))
}

type NamedFile = { file: string; content: SignedOpeningFile }

/** Own copies are signed with --key; what is signed is taken as it is. */
async function readOpenings(
  session: RoundActSession,
  context: RoundContext,
  files: readonly string[],
  options: OpenOptions,
): Promise<NamedFile[]> {
  const formats = ['dure-own-ballot', 'dure-signed-opening'] as const
  const signed: NamedFile[] = []
  for (const file of files) {
    const content = await readBallotFile(file, context, formats)
    const opening =
      content.format === 'dure-own-ballot'
        ? await signOpening(session, context, content, options)
        : content
    signed.push({ file, content: opening })
  }
  return signed
}

async function signOpening(
  { reader, surroundings }: RoundActSession,
  context: RoundContext,
  own: OwnBallotFile,
  { key }: OpenOptions,
): Promise<SignedOpeningFile> {
  const { ballotVersion, chainId, reviewer, round, salt, seal, values } = own
  const account = await readAccount(surroundings, key)
  const who = { text: String(reviewer), account: undefined }
  requireKey(await findReviewer(reader, context, who), account.address)
  const { chainId: id } = context
  const message = { reviewer, seal }
  const signature = await signMessage(
    ...([account, { chainId: id, round }, 'Opening', message] as const),
  )
  return {
    format: 'dure-signed-opening',
    version: 1,
    ...{ chainId, round, reviewer, ballotVersion },
    ...{ values, salt, signature },
  }
}

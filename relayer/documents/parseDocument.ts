/** Reads of a document what the relayer has to know: its random bits, its attachments. */
import * as v from 'valibot'
import type { Hash } from 'viem'
import { mostAttachments } from '../../protocol/document.ts'
import { DocumentBareError } from './errors.ts'
import { type MediaType, mediaTypes } from '../../protocol/mediaType.ts'

export type Attachment = { digest: Hash; type: MediaType; name: string }

const attachments = v.pipe(
  v.array(
    v.object({
      digest: v.pipe(v.string(), v.regex(/^0x[0-9a-f]{64}$/)),
      type: v.picklist(mediaTypes),
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    }),
  ),
  v.maxLength(mostAttachments),
)

const listing = v.object({ attachments: v.optional(attachments, []) })

const random = v.pipe(v.string(), v.regex(/^[0-9a-f]{32,}$/i))

/** What it lists as it should; of a document that came by itself, perhaps nothing. */
export function attachmentsOf(bytes: Uint8Array): Attachment[] {
  const read = v.safeParse(listing, parse(bytes))
  if (!read.success) return []
  return read.output.attachments.map(({ digest, ...one }) => ({
    ...one,
    digest: digest as Hash,
  }))
}

/** With an act: so that its text cannot be guessed once it is deleted. */
export function requireDocument(bytes: Uint8Array): void {
  const content = parse(bytes)
  if (!v.is(v.object({ random }), content))
    throw new DocumentBareError({
      reason:
        'Expected a JSON object with 32 or more random hexadecimal digits in `random`.',
    })
  if (!v.is(listing, content))
    throw new DocumentBareError({
      reason: `Expected at most ${mostAttachments} \`attachments\`, each with digest, type and name.`,
    })
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

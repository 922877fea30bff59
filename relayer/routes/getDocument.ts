/** `GET /documents/:cid`: a document's bytes, as they were published. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { parseCid } from '../../protocol/parseCid.ts'
import { type MediaType, mediaTypes } from '../../protocol/mediaType.ts'
import { readDocument } from '../documents/readDocument.ts'
import type { Env } from '../http/limits.ts'
import { answers, check, cidParam, refusals } from '../http/schemas.ts'
import { errorSchema } from '../http/toAnswer.ts'
import type { Services } from '../services.ts'

const content = Object.fromEntries(
  mediaTypes.map((type) => [
    type,
    { schema: { type: 'string', format: 'binary' } as const },
  ]),
)

const description = describeRoute({
  summary: 'A document',
  description:
    'Its bytes as they were published: whoever gets them checks the digest.',
  responses: {
    ...refusals,
    200: { description: 'The document.', content },
    410: answers('It was deleted: when, and why.', errorSchema),
    500: answers('What is stored has another digest.', errorSchema),
  },
})

const extensions: Readonly<Record<MediaType, string>> = {
  'application/json': 'json',
  'text/plain': 'txt',
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
}
const texts: readonly MediaType[] = ['application/json', 'text/plain']

export function getDocument(services: Services) {
  return new Hono<Env>().get(
    '/documents/:cid',
    description,
    check('param', cidParam),
    async (context) => {
      const { cid } = context.req.valid('param')
      const { bytes, mediaType } = await readDocument(services, parseCid(cid))
      return context.body(Uint8Array.from(bytes), 200, {
        ...headersOf(mediaType, cid),
      })
    },
  )
}

/** A browser that opens it runs nothing of it, and takes it for nothing else. */
function headersOf(mediaType: MediaType, cid: string) {
  const isText = texts.includes(mediaType)
  const disposition = isText ? 'inline' : 'attachment'
  return {
    'content-type': isText ? `${mediaType}; charset=utf-8` : mediaType,
    'content-disposition': `${disposition}; filename="${cid}.${extensions[mediaType]}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    // It never changes, but it may be deleted.
    'cache-control': 'public, max-age=300',
  }
}

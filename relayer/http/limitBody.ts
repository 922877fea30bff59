/** How large a request may be: documents are larger than all else. */
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { TooLargeError } from './errors.ts'
import { mostBytesOfDocument } from '../../protocol/document.ts'
import type { Env } from './limits.ts'

/** The largest ballot, in hexadecimal digits, and then some. */
const mostBytes = 300_000
/** An act with a document in base64. */
const mostBytesOfAct = 1_700_000
/** Contacts of more than ten thousand seats; more come in several tables. */
const mostBytesOfTable = 2 ** 22

export function limitBody() {
  const limits = {
    most: limitTo(mostBytes),
    document: limitTo(mostBytesOfDocument),
    act: limitTo(mostBytesOfAct),
    table: limitTo(mostBytesOfTable),
  }
  return createMiddleware<Env>((context, next) => {
    const { path } = context.req
    if (path.startsWith('/documents/')) return limits.document(context, next)
    if (/\/(proposals|objections)$/.test(path)) return limits.act(context, next)
    if (path.endsWith('/contacts')) return limits.table(context, next)
    return limits.most(context, next)
  })
}

function limitTo(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError() {
      throw new TooLargeError({ most: maxSize })
    },
  })
}

/** What the routes that take signed acts share. */
import type { Context } from 'hono'
import * as v from 'valibot'
import { getAddress } from 'viem'
import { mostBytesOfDocument } from '../../protocol/document.ts'
import type { BroughtAct } from '../acts/acceptAct.ts'
import type { SignedAct } from '../acts/signedAct.ts'
import type { Config } from '../config/readConfig.ts'
import { TooLargeError } from '../http/errors.ts'
import { askerOf, createLimiter, type Env } from '../http/limits.ts'
import { answers, refusals } from '../http/schemas.ts'
import { errorSchema } from '../http/toAnswer.ts'
import { actSchema } from './getAct.ts'

const hour = 3_600

/** The bytes in base64; none where they were brought before. */
export const documentSchema = v.optional(
  v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'base64 was expected')),
)

export const actResponses = {
  ...refusals,
  202: answers('It is received, and will be sent.', actSchema),
  409: answers('Another act of this key is under way.', errorSchema),
  410: answers('Its document was deleted.', errorSchema),
  413: answers('The document is larger than 1 MiB.', errorSchema),
  422: answers('The round would refuse it: its own error.', errorSchema),
  507: answers('There is no room for the document.', errorSchema),
} as const

export type BroughtBody = {
  act: SignedAct
  document?: string | undefined
}

export function toBrought(
  round: string,
  { act, document: text }: BroughtBody,
): BroughtAct {
  const document =
    text === undefined
      ? undefined
      : Uint8Array.from(Buffer.from(text, 'base64'))
  if (document && document.length > mostBytesOfDocument)
    throw new TooLargeError({ most: mostBytesOfDocument })
  return { round: getAddress(round), act, document }
}

export function limitActs({ limits, proxies }: Config) {
  const ofAddress = createLimiter(limits.actsOfAddress, hour)
  const ofKey = createLimiter(limits.actsOfKey, hour)
  return async (context: Context<Env>, { act, round }: BroughtAct) => {
    await ofAddress(askerOf(context, proxies))
    await ofKey(`${round} ${getAddress(act.key)}`)
  }
}

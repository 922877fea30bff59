/** The web address of a relayer, without a slash at its end. */
import { UsageError } from '../usageError.ts'

export function parseRelayerUrl(text: string): string {
  const url = URL.parse(text)
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:'
  if (url && isWeb && url.search === '' && url.hash === '')
    return text.replace(/\/+$/, '')
  throw new UsageError(
    'This is no address of a relayer.',
    'Expected one that begins with https:// (or http:// on this machine), without ? or #.',
  )
}

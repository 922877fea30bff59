/** The address that --relayer or its variable gives. */
import { UsageError } from '../usageError.ts'

export function requireRelayer(text: string | undefined): string {
  if (text !== undefined) return text
  throw new UsageError(
    '--relayer is missing.',
    'Give --relayer URL, or set DURE_RELAYER.',
  )
}

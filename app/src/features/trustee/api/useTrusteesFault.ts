/** What is wrong with the list of trustees for another attempt, in words; empty if nothing. */
import { useLingui } from '@lingui/react/macro'
import { bounds } from '../../../../../protocol/checkRules.ts'
import { parseTrustees } from './attemptDraft.ts'

export function useTrusteesFault(text: string, threshold: number): string {
  const { t } = useLingui()
  const parsed = parseTrustees(text)
  if ('fault' in parsed) {
    const { line } = parsed
    return parsed.fault === 'twice'
      ? t`같은 주소가 두 번 있습니다: ${line}`
      : t`주소가 아닙니다: ${line}`
  }
  const { length } = parsed.trustees
  const most = threshold === 1 ? 1 : bounds.trustees
  if (length < threshold || length > most)
    return t`열쇠지기는 ${threshold}곳에서 ${most}곳까지 둘 수 있습니다. 지금은 ${length}곳입니다.`
  return ''
}

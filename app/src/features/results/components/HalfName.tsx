/** What a half is called; without halves there is nothing to call. */
import { Trans } from '@lingui/react/macro'
import type { Half } from './Furrows.tsx'

export function HalfName({ half }: { half: Half }) {
  return half === 0 ? <Trans>가 조</Trans> : <Trans>나 조</Trans>
}

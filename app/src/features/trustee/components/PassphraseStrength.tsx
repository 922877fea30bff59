/** Says while a passphrase is typed how well it would hold. */
import { Trans } from '@lingui/react/macro'
import { leastLength, strengthOf } from '../api/strength.ts'

export function PassphraseStrength({ passphrase }: { passphrase: string }) {
  if (passphrase === '') return null
  switch (strengthOf(passphrase)) {
    case 'tooShort':
      return <Trans>너무 짧습니다. {leastLength}자 이상이어야 합니다.</Trans>
    case 'weak':
      return <Trans>약합니다. 서로 상관없는 낱말을 더 붙이세요.</Trans>
    case 'fair':
      return <Trans>쓸 만합니다. 낱말 하나를 더 붙이면 더 좋습니다.</Trans>
    case 'strong':
      return <Trans>튼튼합니다.</Trans>
  }
}

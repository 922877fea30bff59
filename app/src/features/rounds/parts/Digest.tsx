/** An address or a digest, short, with a way to copy all of it. */
import { useLingui } from '@lingui/react/macro'
import { CopyText, shorten } from '../../../components/CopyText.tsx'

export function Digest({ value }: { value: string }) {
  const { t } = useLingui()
  return (
    <CopyText
      value={value}
      short={shorten(value)}
      copy={t`복사`}
      copied={t`복사했습니다`}
    />
  )
}

/** Why an act was not done: the contract's reason in words, or what the wallet said. */
import { useLingui } from '@lingui/react/macro'
import { RefusedError } from '../../../../../chain/refusedError.ts'
import { KeyTrouble, type KeyTroubleProps } from '../wallet/KeyTrouble.tsx'
import { explainRefusal } from '../refusals/explainRefusal.ts'

export function ActTrouble({ error, ...rest }: KeyTroubleProps) {
  const { i18n } = useLingui()
  if (!(error instanceof RefusedError))
    return <KeyTrouble error={error} {...rest} />
  const words = explainRefusal(error.errorName, error.values)
  if (!words) return <KeyTrouble error={error} {...rest} />
  return (
    <KeyTrouble error={error}>
      <p className="strong">{i18n._(words.sentence)}</p>
      <p>{i18n._(words.advice)}</p>
    </KeyTrouble>
  )
}

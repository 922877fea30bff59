/** The name of a category, or its number. */
import { Trans } from '@lingui/react/macro'
import { Said } from '../../../components/Said.tsx'
import type { RoundText } from '../../../documents/roundDocument.ts'

type CategoryProps = { number: number; text: RoundText }

export function Category({ number, text }: CategoryProps) {
  const found = text.categories.find((one) => one.number === number)
  return <Said words={found?.name} otherwise={<Trans>분야 {number}</Trans>} />
}

/** What a proposal is registered for: its category, and what it asks for. */
import type { RoundText } from '../../../documents/roundDocument.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { Category } from './Category.tsx'

export type AskFactsProps = {
  category: number
  ask: bigint
  roundText: RoundText
}

export function AskFacts({ ask, category, roundText }: AskFactsProps) {
  const { money } = useFormats()
  return (
    <>
      {category > 0 && <Category number={category} text={roundText} />}
      <span>{money(ask, roundText.currency)}</span>
    </>
  )
}

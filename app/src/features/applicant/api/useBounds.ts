/** What the round allows a proposal: categories, currency, money. */
import type { RoundText } from '../../../documents/roundDocument.ts'
import { useRound } from '../../../queries/round.ts'
import { useRoundText } from '../../../queries/useRoundText.ts'
import type { DraftBounds } from './checkDraft.ts'

export function useBounds(): DraftBounds & { roundText: RoundText } {
  const { rules } = useRound()
  const { text: roundText } = useRoundText(rules.document)
  const named = roundText.categories.map(({ number }) => number)
  const withQuota = rules.quotas.map(({ category }) => category)
  return {
    roundText,
    currency: roundText.currency,
    // Where seats are given by category, only those can win.
    categories: withQuota.length > 0 ? withQuota : named,
    budget: rules.budget,
  }
}

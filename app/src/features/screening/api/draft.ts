/** The screener's decisions before they are recorded: kept on this device. */
import { useMemo } from 'react'
import * as v from 'valibot'
import type { Address } from 'viem'
import {
  type Edit,
  type KeptPlace,
  readKeptValue,
  changeKeptValue,
  useKeptValue,
} from '../../../config/keptValue.ts'
import { useConfig } from '../../../config/useConfig.ts'

const decision = v.object({
  /** That was read. */
  version: v.number(),
  /** Digest of the reason that stood when it was made; null: undecided. */
  basis: v.nullable(v.string()),
  /** Null: not chosen yet. */
  accepted: v.nullable(v.boolean()),
  reason: v.string(),
})

const schema = v.object({
  /** By key, in small letters. */
  decisions: v.record(v.string(), decision),
  /** Documents by what they say, so that a second try names the same. */
  documents: v.record(v.string(), v.string()),
})

export type Decision = v.InferOutput<typeof decision>
export type ScreeningDraft = v.InferOutput<typeof schema>

export type UseScreeningDraft = {
  draft: ScreeningDraft
  edit: (edit: Edit<ScreeningDraft>) => void
  /** As it stands at this moment, in whichever tab it was changed. */
  read: () => ScreeningDraft
}

export function useScreeningDraft(round: Address): UseScreeningDraft {
  const { chainId } = useConfig()
  const place = useMemo(() => placeOf(chainId, round), [chainId, round])
  const [draft] = useKeptValue(place)
  return {
    draft,
    edit: (edit) => {
      changeKeptValue(place, edit)
    },
    read: () => readKeptValue(place),
  }
}

export function withDecision(
  draft: ScreeningDraft,
  key: Address,
  decision: Decision,
): ScreeningDraft {
  const decisions = { ...draft.decisions, [key.toLowerCase()]: decision }
  return { ...draft, decisions }
}

export function without(
  draft: ScreeningDraft,
  keys: readonly Address[],
): ScreeningDraft {
  const gone = new Set(keys.map((key) => key.toLowerCase()))
  const left = Object.entries(draft.decisions).filter(([key]) => !gone.has(key))
  return { ...draft, decisions: Object.fromEntries(left) }
}

function placeOf(chainId: number, round: Address): KeptPlace<typeof schema> {
  const name = `dure.screening.${chainId}.${round.toLowerCase()}`
  return { name, schema, empty: { decisions: {}, documents: {} } }
}

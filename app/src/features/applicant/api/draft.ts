/** A proposal that is being written: kept on this device until it is signed. */
import { useMemo } from 'react'
import * as v from 'valibot'
import type { Address } from 'viem'
import { mediaTypes } from '../../../../../protocol/mediaType.ts'
import { type KeptPlace, useKeptValue } from '../../../config/keptValue.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { randomDigits } from '../../../documents/newDocument.ts'

const schema = v.object({
  /** Of the document, so that it is the same one after a reload. */
  random: v.string(),
  language: v.picklist(['ko', 'en']),
  title: v.string(),
  community: v.string(),
  region: v.string(),
  text: v.string(),
  /** As typed. */
  ask: v.string(),
  category: v.number(),
  costs: v.array(v.object({ item: v.string(), amount: v.string() })),
  attachments: v.array(
    v.object({
      digest: v.custom<`0x${string}`>((value) => typeof value === 'string'),
      type: v.picklist(mediaTypes),
      name: v.string(),
      size: v.number(),
    }),
  ),
  /** The key of the proposal that it replaces; empty: a new one. */
  replaces: v.string(),
  step: v.picklist(['write', 'check']),
})

export type Draft = v.InferOutput<typeof schema>
export type DraftFile = Draft['attachments'][number]
export type ChangeDraft = (changes: Partial<Draft>) => void

const nothing: Draft = {
  ...{ random: '', language: 'ko', title: '', community: '', region: '' },
  ...{ text: '', ask: '', category: 0, costs: [], attachments: [] },
  ...{ replaces: '', step: 'write' },
}

export type UseDraft = {
  draft: Draft
  change: ChangeDraft
  clear: () => void
}

export function useDraft(round: Address, language: 'ko' | 'en'): UseDraft {
  const { chainId } = useConfig()
  const place = useMemo(
    () => placeOf(chainId, round, language),
    [chainId, round, language],
  )
  const [draft, edit] = useKeptValue(place)
  return {
    draft,
    change(changes) {
      edit((standing) => ({
        ...standing,
        ...changes,
        random: standing.random || randomDigits(),
      }))
    },
    clear() {
      edit(() => place.empty)
    },
  }
}

function placeOf(
  chainId: number,
  round: Address,
  language: 'ko' | 'en',
): KeptPlace<typeof schema> {
  const name = `dure.proposalDraft.${chainId}.${round.toLowerCase()}`
  return { name, schema, empty: { ...nothing, language } }
}

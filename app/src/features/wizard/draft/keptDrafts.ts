/** Drafts of rounds on this device, saved at every change, seen by all tabs. */
import { useMemo, useSyncExternalStore } from 'react'
import {
  forget,
  keep,
  keptNames,
  listenToKept,
  parseKept,
  readKept,
} from '../../../config/kept.ts'
import { useKeptText } from '../../../config/keptValue.ts'
import { type Draft, draftSchema } from './draft.ts'

const prefix = 'dure.roundDraft.'

/** Stands in the address. */
export function draftId({ salt }: Pick<Draft, 'salt'>): string {
  return salt.slice(2, 18)
}

export function keepDraft(draft: Draft): void {
  keep(prefix + draftId(draft), draft)
}

export function forgetDraft(id: string): void {
  forget(prefix + id)
}

export function readDraft(id: string): Draft | undefined {
  return readKept(prefix + id, draftSchema)
}

export function useDraft(id: string): Draft | undefined {
  const text = useKeptText(prefix + id)
  return useMemo(() => parseKept(draftSchema, text), [text])
}

export function useDraftIds(): readonly string[] {
  const names = useSyncExternalStore(listenToKept, () =>
    keptNames(prefix).join(),
  )
  if (names === '') return []
  return names.split(',').map((name) => name.slice(prefix.length))
}

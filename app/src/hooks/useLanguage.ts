/** The language of the page, and how to change it. */
import { useLingui } from '@lingui/react'
import { useSyncExternalStore } from 'react'
import { applyDisplay, type Language, readDisplay } from '../config/display.ts'
import { startLanguage } from '../locales/language.ts'

export function useLanguage(): Language {
  return useLingui().i18n.locale as Language
}

let isMissing = false
const listeners = new Set<() => void>()

/** Whether the language that was asked for last could not be fetched. */
export function useMissingLanguage(): boolean {
  return useSyncExternalStore(listen, () => isMissing)
}

/** Where it cannot be fetched, the page stays in the language it has. */
export async function changeLanguage(language: Language): Promise<void> {
  note(false)
  try {
    if (await startLanguage(language))
      applyDisplay({ ...readDisplay(), language })
  } catch {
    note(true)
  }
}

function note(isNowMissing: boolean): void {
  isMissing = isNowMissing
  for (const listener of listeners) listener()
}

function listen(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The language of the page, and how to change it. */
import { useLingui } from '@lingui/react'
import { applyDisplay, type Language, readDisplay } from '../config/display.ts'
import { startLanguage } from '../locales/language.ts'

export function useLanguage(): Language {
  return useLingui().i18n.locale as Language
}

export async function changeLanguage(language: Language): Promise<void> {
  if (await startLanguage(language))
    applyDisplay({ ...readDisplay(), language })
}

/**
 * Messages of a language: the shell's at once, a feature's with its first page. They
 * stay apart: two features may say the same Korean words differently in English.
 */
import { type I18n, i18n, type Messages, setupI18n } from '@lingui/core'
import type { Language } from '../config/display.ts'

type Catalogue = () => Promise<{ messages: Messages }>

const ofShell = import.meta.glob<{ messages: Messages }>('./*.po')
const ofFeatures = import.meta.glob<{ messages: Messages }>(
  '../features/*/locales/*.po',
)

/** Features of which messages were asked for. */
const known = new Set<string>()
/** The language that is wanted: shown once its messages are there. */
let wanted: Language = 'ko'
/** By place of the catalogue. */
const loaded = new Map<string, Messages>()

/** The one that was asked for last wins; false where that is another by now. */
export async function startLanguage(language: Language): Promise<boolean> {
  wanted = language
  try {
    const [shell] = await Promise.all([
      load(`./${language}.po`, ofShell),
      ...[...known].map((name) => load(placeOf(name, language))),
    ])
    if (wanted !== language) return false
    i18n.loadAndActivate({ locale: language, messages: shell })
    return true
  } catch (error) {
    if (wanted === language) wanted = shown() ?? language
    throw error
  }
}

/** None before the first one has come. */
function shown(): Language | undefined {
  return i18n.locale === '' ? undefined : (i18n.locale as Language)
}

/** Before the first component of the feature is shown. */
export async function loadFeatureMessages(feature: string): Promise<void> {
  const now = shown() ?? wanted
  known.add(feature)
  // Whoever asked for the other language hears if that does not come.
  const other = load(placeOf(feature, wanted)).catch(() => undefined)
  await Promise.all([load(placeOf(feature, now)), other])
}

/** The shell's messages, and those of the features: of the last where two differ. */
export function messagesOf(features: readonly string[], locale: string): I18n {
  const places = features.map((feature) => placeOf(feature, locale))
  const catalogues = [`./${locale}.po`, ...places].map(
    (place) => loaded.get(place) ?? {},
  )
  const messages = Object.assign({}, ...catalogues) as Messages
  return setupI18n({ locale, messages: { [locale]: messages } })
}

function placeOf(feature: string, locale: string): string {
  return `../features/${feature}/locales/${locale}.po`
}

async function load(
  place: string,
  catalogues: Record<string, Catalogue> = ofFeatures,
): Promise<Messages> {
  const here = loaded.get(place)
  if (here) return here
  const messages = (await catalogues[place]?.())?.messages ?? {}
  loaded.set(place, messages)
  return messages
}

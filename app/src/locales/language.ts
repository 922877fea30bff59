/** Loads the messages of a language: the shell's at once, a feature's with it. */
import { i18n, type Messages } from '@lingui/core'
import type { Language } from '../config/display.ts'

type Catalogue = () => Promise<{ messages: Messages }>

const ofShell = import.meta.glob<{ messages: Messages }>('./*.po')
const ofFeatures = import.meta.glob<{ messages: Messages }>(
  '../features/*/locales/*.po',
)

const loadedFeatures = new Set<string>()

export async function startLanguage(language: Language): Promise<void> {
  const names = [...loadedFeatures]
  const loaded = await Promise.all([
    load(ofShell[`./${language}.po`]),
    ...names.map((name) => load(featureCatalogue(name, language))),
  ])
  i18n.loadAndActivate({
    locale: language,
    messages: Object.assign({}, ...loaded) as Messages,
  })
}

/** Before the first component of the feature is shown. */
export async function loadFeatureMessages(feature: string): Promise<void> {
  if (loadedFeatures.has(feature)) return
  const language = i18n.locale as Language
  i18n.load(language, await load(featureCatalogue(feature, language)))
  loadedFeatures.add(feature)
}

function featureCatalogue(
  feature: string,
  language: Language,
): Catalogue | undefined {
  return ofFeatures[`../features/${feature}/locales/${language}.po`]
}

async function load(catalogue: Catalogue | undefined): Promise<Messages> {
  if (!catalogue) return {}
  return (await catalogue()).messages
}

/** A component of features that comes when it is needed, with what they say. */
import { I18nProvider, useLingui } from '@lingui/react'
import { type ComponentType, useMemo } from 'react'
import { loadFeatureMessages, messagesOf } from './language.ts'

type Module<props> = { default: ComponentType<props> }

/** `features`: the component's own comes last. */
export async function withMessages<props extends object>(
  features: readonly string[],
  load: () => Promise<Module<props>>,
): Promise<Module<props>> {
  const [{ default: Shown }] = await Promise.all([
    load(),
    ...features.map(loadFeatureMessages),
  ])
  function WithMessages(props: props) {
    const { locale } = useLingui().i18n
    const own = useMemo(() => messagesOf(features, locale), [locale])
    return (
      <I18nProvider i18n={own}>
        <Shown {...props} />
      </I18nProvider>
    )
  }
  return { default: WithMessages }
}

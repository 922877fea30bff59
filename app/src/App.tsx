/** What surrounds every page: configuration, language, queries, router. */
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client'
import { RouterProvider } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Config } from './config/config.ts'
import { ConfigContext } from './config/useConfig.ts'
import { isKept, keptQueries } from './queries/keptQueries.ts'
import { createQueryClient } from './queries/queryClient.ts'
import type { AppRouter } from './routes.tsx'

/** A build may read in another shape: what an older one kept is then left. */
const kept = {
  persister: keptQueries,
  maxAge: 60 * 24 * 3_600_000,
  dehydrateOptions: { shouldDehydrateQuery: isKept },
  buster: import.meta.env.VITE_BUILD ?? '',
}

export type AppProps = { config: Config; router: AppRouter }

export function App({ config, router }: AppProps) {
  const queries = useMemo(() => createQueryClient(), [])
  return (
    <ConfigContext value={config}>
      <I18nProvider i18n={i18n}>
        <PersistQueryClientProvider client={queries} persistOptions={kept}>
          <RouterProvider router={router} />
        </PersistQueryClientProvider>
      </I18nProvider>
    </ConfigContext>
  )
}

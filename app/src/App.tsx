/** What surrounds every page: configuration, language, queries, router. */
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Config } from './config/config.ts'
import { ConfigContext } from './config/useConfig.ts'
import { createQueryClient } from './queries/queryClient.ts'
import { createAppRouter } from './routes.tsx'

export function App({ config }: { config: Config }) {
  const queries = useMemo(() => createQueryClient(), [])
  const router = useMemo(() => createAppRouter(), [])
  return (
    <ConfigContext value={config}>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </ConfigContext>
  )
}

/** Starts the page: display, language, configuration, router. */
import { createRoot } from 'react-dom/client'
import './styles/tokens.css'
import './styles/base.css'
import './styles/components.css'
import './styles/print.css'
import { App } from './App.tsx'
import { readConfig } from './config/readConfig.ts'
import { readDisplay } from './config/display.ts'
import { startLanguage } from './locales/language.ts'
import { createAppRouter, loadFirstPage } from './routes.tsx'
import { NotStarted } from './shell/NotStarted.tsx'

const place = document.getElementById('root')
if (!place) throw new Error('There is no #root in the page.')
const root = createRoot(place)

try {
  const language = startLanguage(readDisplay().language)
  const router = createAppRouter()
  loadFirstPage(router)
  const [config] = await Promise.all([readConfig(), language])
  root.render(<App config={config} router={router} />)
} catch (error) {
  root.render(<NotStarted error={error} />)
}

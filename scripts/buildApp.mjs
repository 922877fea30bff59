/** `npm run build:app`: the dApp as static files in dist/app. */
import { buildApp, ensureBuilt, ensureDependencies } from './ensure.mjs'

try {
  await ensureDependencies()
  await ensureBuilt()
  await buildApp()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

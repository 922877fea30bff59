/**
 * `npm run screenshots`: every page of the dApp in both languages, on a phone and
 * a desktop, light and dark, into screenshots/. `-- --only round,score` takes some.
 */
import path from 'node:path'
import { ensureAppBuilt, ensureBuilt, ensureDependencies } from './ensure.mjs'
import { becomeNode, root } from './run.mjs'

try {
  await ensureDependencies()
  await ensureBuilt()
  await ensureAppBuilt()
  const program = path.join(root, 'test', 'app', 'takeScreenshots.ts')
  becomeNode([program, ...process.argv.slice(2)])
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

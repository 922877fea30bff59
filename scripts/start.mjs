/** `npm start`: makes the checkout ready, then runs scripts/start.ts. */
import path from 'node:path'
import { ensureAppBuilt, ensureBuilt, ensureDependencies } from './ensure.mjs'
import { becomeNode, root } from './run.mjs'

try {
  await ensureDependencies()
  await ensureBuilt()
  await ensureAppBuilt()
  becomeNode([path.join(root, 'scripts', 'start.ts'), ...process.argv.slice(2)])
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

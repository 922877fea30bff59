/** `npm run bench`: makes the checkout ready, then runs bench/main.ts. */
import path from 'node:path'
import { ensureBuilt, ensureDependencies } from './ensure.mjs'
import { becomeNode, root } from './run.mjs'

try {
  await ensureDependencies()
  await ensureBuilt()
  becomeNode([path.join(root, 'bench', 'main.ts'), ...process.argv.slice(2)])
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

/**
 * `npm run bench`: makes the checkout ready, then runs bench/main.ts, or another
 * of its programs: `--verify`, `--app`, and `--relayer`, which is
 * `npm run bench:relayer`.
 */
import path from 'node:path'
import { ensureAppBuilt, ensureBuilt, ensureDependencies } from './ensure.mjs'
import { becomeNode, root } from './run.mjs'

const others = { '--verify': 'verify', '--relayer': 'relayer', '--app': 'app' }

const given = process.argv.slice(2)
const other = others[given[0]]
const program = path.join(root, 'bench', other ?? '', 'main.ts')
const rest = other === undefined ? given : given.slice(1)

try {
  await ensureDependencies()
  await ensureBuilt()
  if (other === 'app') await ensureAppBuilt()
  becomeNode([program, ...rest])
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

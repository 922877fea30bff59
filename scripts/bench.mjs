/**
 * `npm run bench`: makes the checkout ready, then runs bench/main.ts, or with
 * `--verify` bench/verify/main.ts.
 */
import path from 'node:path'
import { ensureBuilt, ensureDependencies } from './ensure.mjs'
import { becomeNode, root } from './run.mjs'

const given = process.argv.slice(2)
const isVerify = given[0] === '--verify'
const program = isVerify ? ['verify', 'main.ts'] : ['main.ts']
const rest = isVerify ? given.slice(1) : given

try {
  await ensureDependencies()
  await ensureBuilt()
  becomeNode([path.join(root, 'bench', ...program), ...rest])
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

#!/usr/bin/env node
/** `npx dure` in a checkout: makes it ready, then runs cli/main.ts. */
import path from 'node:path'
import { ensureBuilt, ensureDependencies } from '../scripts/ensure.mjs'
import { becomeNode, root } from '../scripts/run.mjs'

try {
  await ensureDependencies()
  await ensureBuilt()
  becomeNode([path.join(root, 'cli', 'main.ts'), ...process.argv.slice(2)])
} catch (error) {
  console.error(error.message)
  process.exitCode = 2 // could not run
}

/**
 * `npm run test:long`: what `npm test` does in part, in full. The round by
 * commands on each node with each mining; what runs on either database, on both;
 * a relayer that is killed 100 times; every page with more contrast. And what
 * takes too long beside the rest: whole rounds at the pages, by wallets and by a
 * Safe; a trustee alone; Lighthouse.
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { ensureAppBuilt, ensureBuilt, ensureDependencies } from './ensure.mjs'
import { root, runTool } from './run.mjs'

const ofRelayer = readdirSync(path.join(root, 'test/relayer'))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `test/relayer/${name}`)

const files = [
  'test/chains/wholeRound.test.ts',
  ...ofRelayer,
  'test/app/pages.test.ts',
  'test/app/office/trusteeAlone.long.ts',
  'test/app/office/wholeRound.long.ts',
  'test/app/office/safeRound.long.ts',
  'test/app/lighthouse.long.ts',
]

try {
  await ensureDependencies()
  await ensureBuilt()
  await ensureAppBuilt()
  process.env.DURE_ALL_CHAINS ??= '1'
  process.env.DURE_ALL_DATABASES ??= '1'
  process.env.DURE_ALL_PAGES ??= '1'
  process.env.DURE_KILLS ??= '100'
  process.exitCode = await runTool('hardhat', ['test', 'mocha', ...files])
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

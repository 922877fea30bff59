/**
 * `npm run test:long`: what `npm test` does in part, in full. The round by
 * commands on each node with each mining; a relayer that is killed 100 times
 * on each database. And what takes too long beside the rest: whole rounds at the
 * pages, by wallets and by a Safe; Lighthouse.
 */
import { ensureAppBuilt, ensureBuilt, ensureDependencies } from './ensure.mjs'
import { runTool } from './run.mjs'

const files = [
  'test/chains/wholeRound.test.ts',
  'test/relayer/kills.test.ts',
  'test/app/office/wholeRound.long.ts',
  'test/app/office/safeRound.long.ts',
  'test/app/lighthouse.long.ts',
]

try {
  await ensureDependencies()
  await ensureBuilt()
  await ensureAppBuilt()
  process.env.DURE_ALL_CHAINS ??= '1'
  process.env.DURE_KILLS ??= '100'
  process.exitCode = await runTool('hardhat', ['test', 'mocha', ...files])
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

/**
 * `npm run coverage`: which lines of contracts/ the tests run. The contracts
 * are built with marks for it, so what was built is thrown away afterwards.
 */
import { ensureDependencies } from './ensure.mjs'
import { runTool } from './run.mjs'

try {
  await ensureDependencies()
  const code = await runTool('hardhat', ['test', '--coverage'])
  const cleaned = await runTool('hardhat', ['clean'])
  process.exitCode = code || cleaned
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

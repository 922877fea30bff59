/**
 * `npm run screenshots`: every page of the dApp in both languages, on a phone and
 * a desktop, light and dark, into screenshots/. `-- --only round,score` takes some;
 * `-- --states` takes the states that the tests of the dApp reach, in screenshots/states/.
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { ensureAppBuilt, ensureBuilt, ensureDependencies } from './ensure.mjs'
import { becomeNode, root, runTool } from './run.mjs'

try {
  await ensureDependencies()
  await ensureBuilt()
  await ensureAppBuilt()
  if (process.argv.includes('--states')) process.exitCode = await takeStates()
  else takePages()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

function takePages() {
  const program = path.join(root, 'test', 'app', 'takeScreenshots.ts')
  becomeNode([program, ...process.argv.slice(2)])
}

function takeStates() {
  process.env.DURE_PICTURES ??= path.join(root, 'screenshots', 'states')
  const folders = ['test/app', 'test/app/office']
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => `${folder}/${name}`),
  )
  return runTool('hardhat', ['test', 'mocha', ...files])
}

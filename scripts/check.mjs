/** Everything that is checked without running the code: `npm run check`. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { root, runTool } from './run.mjs'

const solhint = [
  '--max-warnings=0',
  '--disc', // asks the network for nothing
  '--noPoster', // shows no advertisement
  'contracts/**/*.sol',
  'test/**/*.sol',
]

const checks = [
  ['prettier', () => runTool('prettier', ['--check', '--log-level=warn', '.'])],
  ['eslint', () => runTool('eslint', ['--max-warnings=0', '.'])],
  ['solhint', () => runTool('solhint', solhint)],
  ['exact pragma in contracts', checkPragmas],
  ['tsc', () => runTool('tsc', ['--noEmit'])],
  ['tsc of the dApp', () => runTool('tsc', ['--noEmit', '-p', 'app'])],
  [
    'generated ABIs',
    () => runTool('node', ['scripts/generateAbis.ts', '--check']),
  ],
  [
    'test vectors',
    () => runTool('node', ['scripts/generateVectors.ts', '--check']),
  ],
]

/** Runs every check, also after one that failed, and answers the counts. */
export async function runChecks() {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const [name, check] of checks) {
    const passed = (await check()) === 0
    counts[passed ? 'passed' : 'failed'] += 1
    console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}`)
  }
  return counts
}

/** What is deployed is compiled by one compiler only; solhint lets ^ pass. */
function checkPragmas() {
  const folder = path.join(root, 'contracts')
  const loose = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.sol'))
    .filter((name) => {
      const source = readFileSync(path.join(folder, name), 'utf8')
      return !source.includes('\npragma solidity 0.8.37;\n')
    })
  for (const name of loose)
    console.error(`contracts/${name}: expected \`pragma solidity 0.8.37;\``)
  return loose.length
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failed } = await runChecks()
  process.exitCode = failed > 0 ? 1 : 0
}

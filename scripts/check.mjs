/** Everything that is checked without running the code: `npm run check`. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
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

/** As long as all the others. */
const longest = [['eslint', () => runTool('eslint', ['--max-warnings=0', '.'])]]
const others = [
  ['prettier', () => runTool('prettier', ['--check', '--log-level=warn', '.'])],
  ['solhint', () => runTool('solhint', solhint)],
  ['exact pragma in contracts', checkPragmas],
  ['tsc', () => runTool('tsc', ['--noEmit'])],
  ['tsc of the dApp', () => runTool('tsc', ['--noEmit', '-p', 'app'])],
  ['tsc of its tests', () => runTool('tsc', ['--noEmit', '-p', 'test/app'])],
  ['messages of the dApp', checkMessages],
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
  const runEach = async (checks) => {
    for (const [name, check] of checks) {
      const passed = (await check()) === 0
      counts[passed ? 'passed' : 'failed'] += 1
      console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}`)
    }
  }
  await Promise.all([runEach(longest), runEach(others)])
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

/** Catalogues as `npm run messages` writes them, with English for each line. */
async function checkMessages() {
  const folder = path.join(root, 'app', 'src')
  const catalogues = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.po'))
    .map((name) => path.join(folder, name))
  const before = catalogues.map((file) => readFileSync(file, 'utf8'))
  const code = await runTool('lingui', messages)
  const isSame = catalogues.every((file, index) => {
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, before[index])
    return withoutDate(text) === withoutDate(before[index])
  })
  if (!isSame) console.error('Run `npm run messages`, and write the English.')
  return code !== 0 || !isSame ? 1 : 0
}

const messages = ['extract', '--config', 'app/lingui.config.ts', '--clean']

function withoutDate(text) {
  return text.replace(/"POT-Creation-Date:.*\n/, '')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failed } = await runChecks()
  process.exitCode = failed > 0 ? 1 : 0
}

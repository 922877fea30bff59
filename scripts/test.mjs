/** `npm test`: builds, runs the checks and both test runners, adds them up. */
import { stripVTControlCharacters } from 'node:util'
import { build, buildApp, ensureDependencies } from './ensure.mjs'
import { runTool } from './run.mjs'

const noTest = { passed: 0, failed: 0, skipped: 0 }

async function runBuild() {
  await ensureDependencies()
  await build()
  await buildApp()
  return { ...noTest, passed: 1 }
}

/** A runner that fails without counting a failure, or counts nothing, failed. */
async function runHardhatTests(runner) {
  let output = ''
  const onOutput = (text) => (output += text)
  const code = await runTool('hardhat', ['test', runner], { onOutput })
  const counts = readCounts(output)
  const ranNothing = counts.passed + counts.failed === 0
  if (ranNothing) console.log(`FAILED ${runner}: no test was counted`)
  const unexplained = ranNothing || (code !== 0 && counts.failed === 0)
  return unexplained ? { ...counts, failed: counts.failed + 1 } : counts
}

/** Both runners close with lines such as `  12 passing (3s)`. */
function readCounts(output) {
  const plain = stripVTControlCharacters(output)
  const last = (word) =>
    [...plain.matchAll(new RegExp(`^ *(\\d+) ${word}\\b`, 'gm'))].at(-1)
  const count = (word) => Number(last(word)?.[1] ?? 0)
  return {
    passed: count('passing'),
    failed: count('failing'),
    skipped: count('(?:pending|skipped)'),
  }
}

function add(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  }
}

function report({ passed, failed, skipped }) {
  if (skipped > 0)
    console.log(`\n!!! ${skipped} SKIPPED: these tests did not run !!!`)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}

const steps = [
  ['build', runBuild],
  ['check', async () => (await import('./check.mjs')).runChecks()],
  ['Solidity tests', () => runHardhatTests('solidity')],
  ['TypeScript tests', () => runHardhatTests('mocha')],
]

let total = noTest
for (const [name, run] of steps) {
  console.log(`\n=== ${name}`)
  try {
    total = add(total, await run())
  } catch (error) {
    console.error(`FAILED ${name}: ${error.message}`)
    total = add(total, { ...noTest, failed: 1 })
    break // Nothing runs without a build.
  }
}
report(total)

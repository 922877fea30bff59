/** Runs this repository's tools under its own Node, whatever Node the user has. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isatty } from 'node:tty'

export const root = fileURLToPath(new URL('..', import.meta.url))
const binaries = path.join(root, 'node_modules', '.bin')
const isWindows = process.platform === 'win32'

/** Runs a tool and answers its exit code; `onOutput` gets a copy of stdout. */
export function runTool(tool, toolArguments, { onOutput, stdout } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(binaries, tool), toolArguments, {
      cwd: root,
      env: environment(),
      shell: isWindows,
      stdio: ['ignore', onOutput ? 'pipe' : (stdout ?? 'inherit'), 'inherit'],
    })
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text)
      onOutput(text)
    })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** Becomes a Node program, as near as can be: same streams, signals, exit. */
export function becomeNode(nodeArguments) {
  const child = spawn(path.join(binaries, 'node'), nodeArguments, {
    env: environment(),
    shell: isWindows,
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => passOn(child, signal))
  child.on('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

/** Ctrl-C at a terminal reaches the child by itself; twice would force it. */
function passOn(child, signal) {
  const atTerminal = [0, 1, 2].some((descriptor) => isatty(descriptor))
  if (signal === 'SIGINT' && atTerminal) return
  child.kill(signal)
}

function environment() {
  return {
    // Halves the start of `dure`: Node keeps what it has compiled.
    NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'node'),
    ...process.env,
    HARDHAT_DISABLE_TELEMETRY: 'true',
    PATH: `${binaries}${path.delimiter}${process.env.PATH ?? ''}`,
    ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
  }
}

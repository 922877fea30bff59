/** Runs scripts/start.ts as `npm start` does. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import path from 'node:path'

export type StartRun = { code: number | null; stdout: string; stderr: string }

export type RunningStart = {
  /** What it printed when it was ready. */
  printed: string
  /** Sends a signal and waits for the end. */
  stop(signal: NodeJS.Signals): Promise<StartRun>
}

const script = path.join(import.meta.dirname, '../../scripts/start.ts')
/** Begins the last line that is printed: the dApp's address. */
const lastWords = 'http://localhost:'

export function runStart(...options: string[]): Promise<StartRun> {
  return watchEnd(launch(options))
}

export async function startSample(...options: string[]): Promise<RunningStart> {
  const child = launch(options)
  const ended = watchEnd(child)
  return {
    printed: await watchReady(child, ended),
    stop(signal) {
      child.kill(signal)
      return ended
    },
  }
}

function launch(options: readonly string[]): ChildProcessWithoutNullStreams {
  // Without DEBUG: stack traces are not what users see.
  const env = { ...process.env, DEBUG: '' }
  const child = spawn(process.execPath, [script, ...options], { env })
  child.stdout.setEncoding('utf8')
  child.stderr.setEncoding('utf8')
  return child
}

function watchEnd(child: ChildProcessWithoutNullStreams): Promise<StartRun> {
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (text: string) => (stdout += text))
  child.stderr.on('data', (text: string) => (stderr += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, stdout, stderr })
    })
  })
}

function watchReady(
  child: ChildProcessWithoutNullStreams,
  ended: Promise<StartRun>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout.on('data', (text: string) => {
      printed += text
      if (printed.includes(lastWords)) resolve(printed)
    })
    ended.then(({ code, stderr }) => {
      reject(new Error(`Ended with ${code ?? 'a signal'}: ${stderr}`))
    }, reject)
  })
}

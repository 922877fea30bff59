/** Runs the `dure` command as a user's shell does. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import path from 'node:path'

export type DureRun = { code: number | null; stdout: string; stderr: string }

const main = path.join(import.meta.dirname, '../../cli/main.ts')

export function runDure(...dureArguments: string[]): Promise<DureRun> {
  return watch(start(dureArguments))
}

/** With variables in its environment. */
export function runDureWith(
  variables: Readonly<Record<string, string>>,
  ...dureArguments: string[]
): Promise<DureRun> {
  return watch(start(dureArguments, variables))
}

/** Sends a signal once stderr says `text`. */
export function stopDure(
  signal: NodeJS.Signals,
  text: string,
  ...dureArguments: string[]
): Promise<DureRun> {
  const child = start(dureArguments)
  let sent = false
  child.stderr.on('data', (said: string) => {
    if (!sent && said.includes(text)) sent = child.kill(signal)
  })
  return watch(child)
}

function start(
  dureArguments: string[],
  variables: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  // Without DEBUG: stack traces are not what users see.
  const env = { ...process.env, DEBUG: '', ...variables }
  const child = spawn(process.execPath, [main, ...dureArguments], { env })
  child.stdout.setEncoding('utf8')
  child.stderr.setEncoding('utf8')
  return child
}

function watch(child: ChildProcessWithoutNullStreams): Promise<DureRun> {
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

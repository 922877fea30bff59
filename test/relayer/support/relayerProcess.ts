/** A relayer in a process of its own, which can be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

export type RelayerProcess = {
  url: string
  pid: number | undefined
  /** As by a power cut: nothing is ended in order. */
  kill(): Promise<void>
  /** As an operator stops it. */
  stop(): Promise<void>
}

const main = path.join(import.meta.dirname, '../../../relayer/main.ts')

/** Answers once it takes requests. */
export function startProcess(
  env: Record<string, string>,
  /** Of Node itself. */
  options: readonly string[] = [],
  program = main,
): Promise<RelayerProcess> {
  const child = spawn(process.execPath, [...options, program], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve()
    })
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await exited
  }
  return new Promise((resolve, reject) => {
    const said: string[] = []
    onLines(child, (line) => {
      said.push(line)
      const url = startedAt(line)
      if (url === undefined) return
      resolve({
        url,
        pid: child.pid,
        kill: () => end('SIGKILL'),
        stop: () => end('SIGTERM'),
      })
    })
    void exited.then(() => {
      reject(new Error(`The relayer ended. It said:\n${said.join('\n')}`))
    })
  })
}

function onLines(child: ChildProcess, listen: (line: string) => void): void {
  for (const input of [child.stdout, child.stderr])
    if (input) createInterface({ input }).on('line', listen)
}

function startedAt(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined
  const { event, url } = JSON.parse(line) as { event: string; url?: string }
  return event === 'started' ? url : undefined
}

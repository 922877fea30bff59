/** Runs a command of `dure` inside this process, with its own surroundings. */
import { PassThrough } from 'node:stream'
import { type Journal, memoryJournal } from '../../../chain/delivery/journal.ts'
import { exitCodes } from '../../../cli/exitCodes.ts'
import { explain } from '../../../cli/explain.ts'
import type { Surroundings } from '../../../cli/frame/surroundings.ts'
import { createProgram } from '../../../cli/program.ts'

export type CommandRun = {
  code: number
  stdout: string
  stderr: string
  /** What stopped it. */
  error: unknown
}

export type Setting = {
  env?: Readonly<Record<string, string>>
  /** What is typed at the terminal (nothing: its end); else there is none. */
  typed?: string
  /** What earlier runs have kept; else nothing. */
  journal?: Journal
  /** Stops it; else nothing does. */
  stop?: AbortSignal
  /** Hears what it prints, as it prints it. */
  onOut?: (text: string) => void
}

/** Times in messages are told from this moment. */
export const commandTime = 1_800_000_000

export async function runCommand(
  args: readonly string[],
  setting: Setting = {},
): Promise<CommandRun> {
  const texts = { stdout: '', stderr: '' }
  let code: number = exitCodes.good
  const surroundings: Surroundings = {
    ...makeSurroundings(setting),
    out: {
      write(text) {
        texts.stdout += text
        setting.onOut?.(text)
      },
    },
    err: { write: (text) => (texts.stderr += text) },
    checkFailed: () => {
      code = exitCodes.checkFailed
    },
  }
  try {
    await createProgram(surroundings).parseAsync(args, { from: 'user' })
    return { code, ...texts, error: undefined }
  } catch (error) {
    code = explain(error, surroundings)
    return { code, ...texts, error }
  }
}

/** What it printed with --json. */
export async function runForJson(
  args: readonly string[],
  setting?: Setting,
): Promise<Record<string, unknown>> {
  const { error, stderr, stdout } = await runCommand(
    [...args, '--json'],
    setting,
  )
  if (error !== undefined) throw new Error(stderr, { cause: error })
  return JSON.parse(stdout) as Record<string, unknown>
}

export function makeSurroundings({
  env = {},
  journal = memoryJournal(),
  stop = new AbortController().signal,
  typed,
}: Setting): Surroundings {
  return {
    out: { write: () => true },
    err: { write: () => true },
    input: makeInput(typed),
    env,
    journal,
    now: () => commandTime,
    stop,
    checkFailed: () => undefined,
  }
}

/** Each question gets the next line, as from somebody who reads it first. */
function makeInput(typed: string | undefined): NodeJS.ReadStream {
  const input = new PassThrough()
  const lines = typed?.match(/.*\n/g) ?? []
  input.on('resume', () => {
    const line = lines.shift()
    if (line !== undefined) input.write(line)
    else if (typed === '') input.end()
  })
  const isTTY = typed !== undefined
  return Object.assign(input, {
    isTTY,
    setRawMode: () => input,
  }) as unknown as NodeJS.ReadStream
}

/** Asks at the terminal: a question before an act, or a secret unseen. */
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { BaseError } from '../../protocol/errors.ts'
import { UsageError } from '../usageError.ts'
import type { Surroundings } from './surroundings.ts'

type Asking = Pick<Surroundings, 'input' | 'err' | 'stop'>

/** True if the answer is yes; without a terminal nobody can be asked. */
export async function askYes(
  surroundings: Asking,
  question: string,
): Promise<boolean> {
  const { err, input } = surroundings
  if (!input.isTTY)
    throw new UsageError(
      'This cannot be undone, and there is nobody to ask.',
      'Give --yes to go on without a question, or --dry-run to send nothing.',
    )
  const shown = toStream((text) => err.write(text))
  const answer = await ask(surroundings, `${question} [y/N] `, shown)
  return /^(y|yes|예|네)$/i.test(answer.trim())
}

/** The line editor shows each key on its output: this one shows nothing. */
export async function askHidden(
  surroundings: Asking,
  question: string,
): Promise<string> {
  const { err } = surroundings
  err.write(question)
  const hidden = toStream(() => undefined)
  const answer = await ask(surroundings, '', hidden)
  err.write('\n')
  return answer
}

/** Several questions by one line editor: what is typed ahead is not lost. */
export async function askInTurn<result>(
  { err, input, stop }: Asking,
  work: (ask: (question: string) => Promise<string>) => Promise<result>,
): Promise<result> {
  if (!input.isTTY)
    throw new UsageError(
      'There is nobody to ask.',
      'Give what is asked for as an option: --help names it.',
    )
  const output = toStream((text) => err.write(text))
  const lines = createInterface({ input, output, terminal: true, signal: stop })
  const answers = lines[Symbol.asyncIterator]()
  try {
    return await work(async (question) => {
      lines.setPrompt(question)
      lines.prompt()
      const { done, value } = await answers.next()
      if (done === true) throw new UsageError('The questions were left.')
      // The next prompt resumes: until then the terminal keeps what is typed.
      lines.pause()
      return value
    })
  } finally {
    lines.close()
  }
}

async function ask(
  { input, stop }: Asking,
  question: string,
  output: Writable,
): Promise<string> {
  const lines = createInterface({ input, output, terminal: true })
  // At a terminal Ctrl-C comes here, not to the process.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  const end = new Promise<never>((_, reject) => {
    lines.once('close', () => {
      reject(new NoAnswerError())
    })
  })
  try {
    return await Promise.race([lines.question(question, { signal: stop }), end])
  } catch (error) {
    stop.throwIfAborted()
    throw error
  } finally {
    lines.close()
  }
}

function toStream(write: (text: string) => unknown): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      write(String(chunk))
      done()
    },
  })
}

export class NoAnswerError extends BaseError {
  override name = 'NoAnswerError'

  constructor() {
    super('There was no answer.', { metaMessages: ['Nothing was sent.'] })
  }
}

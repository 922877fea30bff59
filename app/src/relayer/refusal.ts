/** What a relayer answers in place of what was asked: a name and words for people. */
import type { Language } from '../config/display.ts'
import { BaseError } from '../../../protocol/errors.ts'

type Refusal = { error: string; message: Record<Language, string> }

/** Throws what the relayer says, or that it cannot be reached. */
export async function askRelayer<answer extends Response>(
  ask: () => Promise<answer>,
): Promise<answer> {
  let answer: answer
  try {
    answer = await ask()
  } catch (cause) {
    throw new RelayerUnreachableError({ cause })
  }
  if (answer.ok) return answer
  throw new RelayerRefusedError(answer.status, await readRefusal(answer))
}

async function readRefusal(answer: Response): Promise<Refusal> {
  const body: unknown = await answer.json().catch(() => undefined)
  if (typeof body === 'object' && body !== null && 'message' in body)
    return body as Refusal
  const message = `HTTP ${answer.status}`
  return { error: 'Unknown', message: { ko: message, en: message } }
}

export class RelayerRefusedError extends BaseError {
  override name = 'RelayerRefusedError'
  readonly status: number
  /** The contract's or the relayer's name of it. */
  readonly error: string
  readonly words: Record<Language, string>

  constructor(status: number, { error, message }: Refusal) {
    super(`The relayer refuses: ${error}.`, { metaMessages: [message.en] })
    this.status = status
    this.error = error
    this.words = message
  }
}

export class RelayerUnreachableError extends BaseError {
  override name = 'RelayerUnreachableError'

  constructor({ cause }: { cause: unknown }) {
    super('The relayer cannot be reached.', { cause })
  }
}

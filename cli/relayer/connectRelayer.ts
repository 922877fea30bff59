/** Asks a relayer through its typed client, and tells what it refuses. */
import {
  createRelayerClient,
  type RelayerClient,
} from '../../relayer/client.ts'
import type { RefusalStatus } from '../../relayer/http/toAnswer.ts'
import { BaseError } from '../../protocol/errors.ts'
import { oneLine } from '../printing.ts'
import { parseRelayerUrl } from './parseRelayerUrl.ts'

export type RelayerConnection = {
  url: string
  client: RelayerClient
}

export function connectRelayer(text: string): RelayerConnection {
  const url = parseRelayerUrl(text)
  return { url, client: createRelayerClient(url) }
}

/** Answers whatever status it comes with. */
export async function reachRelayer<answer>(
  { url }: Pick<RelayerConnection, 'url'>,
  request: Promise<answer>,
): Promise<answer> {
  try {
    return await request
  } catch (cause) {
    throw new RelayerSilentError({ url, cause })
  }
}

type Answer = { status: number; json(): Promise<unknown> }

/** What is left of the answers to a request once refusals are thrown. */
type Granted<answer> = Exclude<answer, { status: RefusalStatus }>

/** A refusal is told by its name and in the relayer's words. */
export async function askRelayer<answer extends Answer>(
  relayer: Pick<RelayerConnection, 'url'>,
  request: Promise<answer>,
): Promise<Granted<answer>> {
  const answer = await reachRelayer(relayer, request)
  if (isRefused(answer)) throw await toRefusal(relayer, answer)
  return answer as Granted<answer>
}

function isRefused({ status }: Answer): boolean {
  return status >= 400
}

/** The longest that is shown of what a relayer says. */
const widths = { message: 300, name: 60 }

type Refusal = { error?: unknown; message?: { en?: unknown } }

async function toRefusal(
  { url }: Pick<RelayerConnection, 'url'>,
  answer: Answer,
): Promise<RelayerRefusedError> {
  const body = await answer.json().catch(() => undefined)
  const { error, message } = (body ?? {}) as Refusal
  const text =
    typeof message?.en === 'string'
      ? message.en
      : `It answered with status ${answer.status}.`
  return new RelayerRefusedError({
    url,
    errorName: oneLine(typeof error === 'string' ? error : '', widths.name),
    reason: oneLine(text, widths.message),
  })
}

export class RelayerSilentError extends BaseError {
  override name = 'RelayerSilentError'

  constructor({ url, cause }: { url: string; cause: unknown }) {
    super(`No relayer answers at ${url}.`, {
      metaMessages: ['Check the address, and that it is running.'],
      cause,
    })
  }
}

export class RelayerRefusedError extends BaseError {
  override name = 'RelayerRefusedError'
  readonly errorName: string

  constructor({
    errorName,
    reason,
    url,
  }: {
    errorName: string
    reason: string
    url: string
  }) {
    super(reason, { metaMessages: [`(${url} refused it: ${errorName}.)`] })
    this.errorName = errorName
  }
}

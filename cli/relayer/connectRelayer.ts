/** Asks a relayer through its typed client, and tells what it refuses. */
import type { ClientResponse } from 'hono/client'
import {
  createRelayerClient,
  type RelayerClient,
} from '../../relayer/client.ts'
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
export async function askRelayer<response>(
  { url }: Pick<RelayerConnection, 'url'>,
  request: Promise<response>,
): Promise<response> {
  try {
    return await request
  } catch (cause) {
    throw new RelayerSilentError({ url, cause })
  }
}

/** The longest that is shown of what a relayer says. */
const widthOfMessage = 300

type Refusal = { error?: string; message?: { en?: string } }

/** A refusal of the relayer, by its name and in its words. */
export async function toRefusal(
  { url }: Pick<RelayerConnection, 'url'>,
  answer: Pick<ClientResponse<unknown>, 'json' | 'status'>,
): Promise<RelayerRefusedError> {
  const { error = 'unknown', message } = await answer.json().then(
    (body) => body as Refusal,
    (): Refusal => ({}),
  )
  const reason = oneLine(
    message?.en ?? `Status ${answer.status}.`,
    widthOfMessage,
  )
  return new RelayerRefusedError({ url, errorName: oneLine(error, 60), reason })
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

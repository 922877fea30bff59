/** A chain of this process behind an HTTP address, as a local node has one. */
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ReadClient } from '../../chain/clients.ts'

type Asked = { id: unknown; method: string; params?: unknown }

export type AskedChain = {
  url: string
  close(): Promise<unknown>
}

export async function serveChain(chain: ReadClient): Promise<AskedChain> {
  const server = createServer((request, response) => {
    // Pages of any origin may ask, as with other local nodes.
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Headers', 'content-type')
    if (request.method === 'OPTIONS') {
      response.end()
      return
    }
    void answer(chain, request).then((text) => {
      response.setHeader('Content-Type', 'application/json').end(text)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections()
      return once(server.close(), 'close')
    },
  }
}

async function answer(
  chain: ReadClient,
  request: IncomingMessage,
): Promise<string> {
  const asked = await readBody(request)
  const answers = Array.isArray(asked)
    ? await Promise.all(asked.map((one) => answerOne(chain, one)))
    : await answerOne(chain, asked)
  return JSON.stringify(answers)
}

async function answerOne(chain: ReadClient, { id, method, params }: Asked) {
  // Whatever method is asked for: the types of all at once do not help here.
  const ask = chain.request as (asked: object) => Promise<unknown>
  try {
    const result = await ask({ method, params })
    return { jsonrpc: '2.0', id, result }
  } catch (cause) {
    return { jsonrpc: '2.0', id, error: describe(cause) }
  }
}

/** With the data of a revert, which name the contract's error. */
function describe(cause: unknown) {
  const inner = innermost(cause)
  const message = inner instanceof Error ? inner.message : String(inner)
  const data: unknown =
    inner instanceof Object && 'data' in inner ? inner.data : undefined
  return { code: -32_000, message, data }
}

function innermost(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error
    ? innermost(error.cause)
    : error
}

async function readBody(request: IncomingMessage): Promise<Asked | Asked[]> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString()) as Asked | Asked[]
}

/** Stands before a node, and breaks connections or lies when it is told to. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type DroppingProxy = {
  url: string
  /** The next requests of this method reach the node; their answers get lost. */
  loseAnswers(method: string, count: number): void
  /** Connections are cut before the node hears of them. */
  cut(count: number): void
  /** After so many true answers it gives this one, until it is honest again. */
  lie(method: string, result: unknown, after?: number): void
  beHonest(): void
  /** How often this method was answered with something. */
  answered(method: string): number
  close(): Promise<void>
}

type Lie = { result: unknown; after: number }

type Call = { id: number; method: string }

export async function startDroppingProxy(node: string): Promise<DroppingProxy> {
  let cuts = 0
  const lost = new Map<string, number>()
  const lies = new Map<string, Lie>()
  const answers = new Map<string, number>()

  async function ask(body: string): Promise<string> {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(node, { method: 'POST', headers, body })
    return answer.text()
  }

  function change({ id, method }: Call, answer: string): string {
    const { result } = JSON.parse(answer) as { result?: unknown }
    const seen = answers.get(method) ?? 0
    if (result !== undefined && result !== null) answers.set(method, seen + 1)
    const lie = lies.get(method)
    if (!lie || lie.after-- > 0) return answer
    return JSON.stringify({ jsonrpc: '2.0', id, result: lie.result })
  }

  const server = createServer((request, response) => {
    void (async () => {
      const body = await text(request)
      if (cuts > 0) {
        cuts -= 1
        request.socket.destroy()
        return
      }
      const call = JSON.parse(body) as Call
      const answer = change(call, await ask(body))
      const left = lost.get(call.method) ?? 0
      if (left > 0) {
        lost.set(call.method, left - 1)
        request.socket.destroy()
        return
      }
      const headers = { 'content-type': 'application/json' }
      response.writeHead(200, headers).end(answer)
    })().catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    loseAnswers: (method, count) => lost.set(method, count),
    cut: (count) => (cuts = count),
    lie: (method, result, after = 0) => lies.set(method, { result, after }),
    beHonest: () => {
      lies.clear()
    },
    answered: (method) => answers.get(method) ?? 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

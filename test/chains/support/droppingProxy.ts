/** Stands before a node and breaks connections when it is told to. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type DroppingProxy = {
  url: string
  /** The next requests of this method reach the node; their answers get lost. */
  loseAnswers(method: string, count: number): void
  /** Connections are cut before the node hears of them. */
  cut(count: number): void
  close(): Promise<void>
}

export async function startDroppingProxy(node: string): Promise<DroppingProxy> {
  let cuts = 0
  const lost = new Map<string, number>()
  const server = createServer((request, response) => {
    void (async () => {
      const body = await text(request)
      if (cuts > 0) {
        cuts -= 1
        request.socket.destroy()
        return
      }
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(node, { method: 'POST', headers, body })
      const { method } = JSON.parse(body) as { method: string }
      const left = lost.get(method) ?? 0
      if (left > 0) {
        lost.set(method, left - 1)
        request.socket.destroy()
        return
      }
      response.writeHead(answer.status, headers).end(await answer.text())
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
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

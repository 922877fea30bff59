/** Stands before a node, and breaks connections, fails or lies when it is told to. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { createDice, type Dice } from '../../support/dice.ts'

export type DroppingProxy = {
  url: string
  /** The next requests of this method reach the node; their answers get lost. */
  loseAnswers(method: string, count: number): void
  /** Connections are cut before the node hears of them. */
  cut(count: number): void
  /** After so many true answers it gives this one, until it is honest again. */
  lie(method: string, result: unknown, after?: number): void
  /** Gives what this makes of the true answer. */
  distort(method: string, distortion: Distortion): void
  beHonest(): void
  /** So many of a hundred calls get an error, the same ones with every seed. */
  fail(percent: number, seed: number): void
  /** Takes requests, and answers none until it goes on. */
  hang(): void
  goOn(): void
  /** How often this method was answered with something about the chain as it stands. */
  answered(method: string): number
  /** How many calls got an error of this proxy. */
  failed(): number
  close(): Promise<void>
}

export type Distortion = (
  result: unknown,
  params: readonly unknown[],
) => unknown

type Lie = { distortion: Distortion; after: number }

type Call = { id: number; method: string; params?: readonly unknown[] }

type Failing = { dice: Dice; percent: number }

/** As nodes and what stands before them word it; none: there is no JSON. */
const errors = [
  { code: -32_603, message: 'Internal error' },
  { code: -32_005, message: 'rate limit exceeded' },
  { code: -32_000, message: 'request timed out' },
]
const plain = [...errors, undefined]

export async function startDroppingProxy(node: string): Promise<DroppingProxy> {
  let cuts = 0
  let failures = 0
  let failing: Failing | undefined
  let hanging: Socket[] | undefined
  const lost = new Map<string, number>()
  const lies = new Map<string, Lie>()
  const answers = new Map<string, number>()

  async function ask(call: Call): Promise<object> {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify(call)
    const answer = await fetch(node, { method: 'POST', headers, body })
    return (await answer.json()) as object
  }

  function change({ id, method, params = [] }: Call, answer: object): object {
    const { result } = answer as { result?: unknown }
    const seen = answers.get(method) ?? 0
    const isOfOld = params.some((param) =>
      /^0x[0-9a-f]{1,16}$/.test(String(param)),
    )
    const isSomething = result !== undefined && result !== null
    if (isSomething && !isOfOld) answers.set(method, seen + 1)
    const lie = lies.get(method)
    if (!lie || lie.after-- > 0) return answer
    return { jsonrpc: '2.0', id, result: lie.distortion(result, params) }
  }

  async function answerOne(
    call: Call,
    kinds: typeof plain,
  ): Promise<object | undefined> {
    if (failing === undefined || failing.dice.below(100) >= failing.percent)
      return change(call, await ask(call))
    failures += 1
    const { dice } = failing
    // The node may have done it all the same.
    if (dice.onceIn(2)) await ask(call)
    const error = dice.pick(kinds)
    return error && { jsonrpc: '2.0', id: call.id, error }
  }

  async function answerAll(body: string, response: ServerResponse) {
    const asked = JSON.parse(body) as Call | Call[]
    const calls = [asked].flat()
    // One call of a batch fails without the others.
    const kinds = calls.length > 1 ? errors : plain
    const given: (object | undefined)[] = []
    for (const call of calls) given.push(await answerOne(call, kinds))
    if (loses(calls)) return response.destroy()
    const headers = { 'content-type': 'application/json' }
    if (given.includes(undefined)) return response.writeHead(503).end('busy')
    const said = Array.isArray(asked) ? given : given[0]
    return response.writeHead(200, headers).end(JSON.stringify(said))
  }

  function loses(calls: readonly Call[]): boolean {
    const losing = calls.filter(({ method }) => (lost.get(method) ?? 0) > 0)
    for (const { method } of losing)
      lost.set(method, (lost.get(method) ?? 0) - 1)
    return losing.length > 0
  }

  const server = createServer((request, response) => {
    const { socket } = request
    void (async () => {
      const body = await text(request)
      if (hanging) hanging.push(socket)
      else if (cuts > 0) {
        cuts -= 1
        socket.destroy()
      } else await answerAll(body, response)
    })().catch(() => socket.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const distort = (method: string, distortion: Distortion, after = 0) =>
    lies.set(method, { distortion, after })
  return {
    url: `http://127.0.0.1:${port}`,
    loseAnswers: (method, count) => lost.set(method, count),
    cut: (count) => (cuts = count),
    lie: (method, result, after) => distort(method, () => result, after),
    distort: (method, distortion) => distort(method, distortion),
    beHonest: () => {
      lies.clear()
      failing = undefined
    },
    fail: (percent, seed) => {
      failing = { dice: createDice(seed), percent }
    },
    hang: () => {
      hanging ??= []
    },
    goOn: () => {
      for (const socket of hanging ?? []) socket.destroy()
      hanging = undefined
    },
    answered: (method) => answers.get(method) ?? 0,
    failed: () => failures,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

/** Reads a round's stream of events, as a browser would. */
import { expect } from 'chai'

type Data = Record<string, unknown>

export async function readEvents(round: string) {
  const aborting = new AbortController()
  const { signal } = aborting
  const response = await fetch(`${round}/events`, { signal })
  expect(response.status).to.equal(200)
  expect(response.headers.get('content-type')).to.match(/^text\/event-stream/)
  const seen: { event: string; data: Data }[] = []
  const ended = collect(response, seen)

  /** All of this kind, once there is one. */
  async function until(event: string): Promise<Data[]> {
    const end = performance.now() + 30_000
    for (;;) {
      const found = seen.filter((one) => one.event === event)
      if (found.length > 0) return found.map(({ data }) => data)
      if (performance.now() > end) throw new Error(`No ${event} came.`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  async function close(): Promise<void> {
    aborting.abort()
    await ended.catch(() => undefined)
  }
  ended.catch(() => undefined)
  return { until, ended, close }
}

async function collect(
  { body }: Response,
  seen: { event: string; data: Data }[],
): Promise<void> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    const parts = text.split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts) {
      const event = /^event: (.*)$/m.exec(part)?.[1] ?? ''
      const data = /^data: (.+)$/m.exec(part)?.[1] ?? '{}'
      seen.push({ event, data: JSON.parse(data) as Data })
    }
  }
}

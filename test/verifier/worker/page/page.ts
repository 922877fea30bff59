/** A page as an app has it: what the test calls stands in `globalThis`. */
import type { Address } from 'viem'
import { toCanonicalJson } from '../../../../verifier/bundle/canonicalJson.ts'
import type {
  FromWorker,
  Port,
  ToWorker,
  VerifySource,
} from '../../../../verifier/worker/messages.ts'
import { explainInWorker } from '../../../../verifier/worker/explainInWorker.ts'
import { exportInWorker } from '../../../../verifier/worker/exportInWorker.ts'
import { verifyInWorker } from '../../../../verifier/worker/verifyInWorker.ts'

declare const Worker: new (
  url: URL,
  options: { type: 'module' },
) => Port<ToWorker, FromWorker>

/** What came of it, as text: bigints do not survive the way to the test. */
export type PageCalls = {
  verifyNode(url: string, round: Address, block: string): Promise<PageAnswer>
  verifyBundle(file: number[]): Promise<PageAnswer>
  /** Stops at the first sign of progress, then verifies again. */
  stopThenVerify(file: number[]): Promise<{ stopped: string } & PageAnswer>
  /** The table of results, first read from a node and then from what was read. */
  exportTwice(url: string, round: Address): Promise<[string, string]>
  /** What became of a reviewer's ballots, by a bundle. */
  explain(file: number[], reviewer: number): Promise<string>
  /** The name of the error in the worker. */
  failure(url: string, round: Address): Promise<unknown>
}
export type PageAnswer = { verified: string; parts: string[] }

const worker = new Worker(
  new URL('../../../../verifier/worker/worker.ts', import.meta.url),
  { type: 'module' },
)

const calls: PageCalls = {
  verifyNode: (url, round, block) =>
    verify({ kind: 'node', url, round, block: BigInt(block) }),
  verifyBundle: (file) => verify(toSource(file)),
  async stopThenVerify(file) {
    const stop = new AbortController()
    const onProgress = () => {
      stop.abort(new Error('enough'))
    }
    const stopped = await verifyInWorker(worker, {
      source: toSource(file),
      onProgress,
      signal: stop.signal,
    }).then(
      () => 'it went on',
      (error: unknown) => (error as Error).message,
    )
    return { stopped, ...(await verify(toSource(file))) }
  },
  async exportTwice(url, round) {
    const source = { kind: 'node', url, round } as const
    const first = await exportInWorker(worker, { source, kind: 'csv' })
    const block = first.block.number
    const kept = { ...source, block }
    const second = await exportInWorker(worker, { source: kept, kind: 'csv' })
    return [String(first.content), String(second.content)]
  },
  async explain(file, reviewer) {
    const request = { source: toSource(file), ballot: { reviewer } }
    const { seats } = await explainInWorker(worker, request)
    return toCanonicalJson(seats)
  },
  failure: (url, round) =>
    verify({ kind: 'node', url, round }).then(
      () => 'nothing',
      (error: unknown) => (error as { reason?: unknown }).reason,
    ),
}

Object.assign(globalThis, { calls })

function toSource(file: number[]): VerifySource {
  return { kind: 'bundle', file: Uint8Array.from(file) }
}

async function verify(source: VerifySource): Promise<PageAnswer> {
  const parts = new Set<string>()
  const verified = await verifyInWorker(worker, {
    source,
    onProgress: ({ part }) => parts.add(part),
  })
  return { verified: toCanonicalJson(verified), parts: [...parts] }
}

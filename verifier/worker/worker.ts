/**
 * The verifier as a Web Worker. A page starts it with
 * `new Worker(new URL('…/verifier/worker/worker.ts', import.meta.url), { type: 'module' })`
 * and talks to it with `verifyInWorker`.
 */
import type { FromWorker, Port, ToWorker } from './messages.ts'
import { serveVerifier } from './serveVerifier.ts'

serveVerifier(globalThis as unknown as Port<FromWorker, ToWorker>)

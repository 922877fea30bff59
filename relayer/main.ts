/** `node relayer/main.ts`: what `dure relayer start` does, without the rest of it. */
import { BaseError } from '../protocol/errors.ts'
import { runRelayer } from './runRelayer.ts'

const stopping = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    stopping.abort()
  })

const { env, stdout: out } = process
await runRelayer({ env, out, stop: stopping.signal }).catch(
  (error: unknown) => {
    if (!(error instanceof BaseError)) throw error
    process.stderr.write(`${error.message}\n`)
    // As of `dure`: it could not run.
    process.exitCode = 2
  },
)

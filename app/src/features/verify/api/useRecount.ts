/** Has the verifier's worker recount a round, and tells how far it is. */
import { useEffect, useRef, useState } from 'react'
import type {
  Verified,
  VerifyProgress,
  VerifySource,
} from '../../../../../verifier/worker/messages.ts'
import type { RunningVerifier } from '../../../verifier/startVerifier.ts'

export type RecountState =
  | { step: 'idle' }
  | { step: 'running'; since: number; progress: VerifyProgress | undefined }
  | { step: 'done'; verified: Verified; seconds: number }
  | { step: 'failed'; error: unknown }

export function useRecount() {
  const [state, setState] = useState<RecountState>({ step: 'idle' })
  const verifier = useRef<RunningVerifier>(undefined)
  const stop = useRef<AbortController>(undefined)
  useEffect(
    () => () => {
      verifier.current?.end()
    },
    [],
  )

  const run = async (source: VerifySource) => {
    stop.current?.abort()
    const { signal } = (stop.current = new AbortController())
    const since = Date.now()
    setState({ step: 'running', since, progress: undefined })
    try {
      const [{ startVerifier }, { verifyInWorker }] = await Promise.all([
        import('../../../verifier/startVerifier.ts'),
        import('../../../../../verifier/worker/verifyInWorker.ts'),
      ])
      const { port } = (verifier.current ??= startVerifier())
      const onProgress = (progress: VerifyProgress) => {
        setState({ step: 'running', since, progress })
      }
      const verified = await verifyInWorker(port, {
        ...{ source, onProgress, signal },
      })
      const seconds = (Date.now() - since) / 1000
      setState({ step: 'done', verified, seconds })
    } catch (error) {
      if (!signal.aborted) setState({ step: 'failed', error })
    }
  }
  return {
    state,
    start: (source: VerifySource) => void run(source),
    stop: () => {
      stop.current?.abort()
      setState({ step: 'idle' })
    },
  }
}

/** Recounts the round in the worker as far as one reviewer's place in the sums. */
import { useEffect, useRef, useState } from 'react'
import type { ExplainedSeat } from '../../../../../verifier/explainBallot.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { useRound } from '../../../queries/round.ts'
import type { RunningVerifier } from '../../../verifier/startVerifier.ts'

export type ExplainState =
  | { step: 'idle' }
  | { step: 'running' }
  | { step: 'done'; seat: ExplainedSeat | undefined; block: bigint }
  | { step: 'failed'; error: unknown }

export function useExplain(reviewer: number) {
  const { node: url } = useConfig()
  const { round } = useRound()
  const [state, setState] = useState<ExplainState>({ step: 'idle' })
  const verifier = useRef<RunningVerifier>(undefined)
  useEffect(
    () => () => {
      verifier.current?.end()
      verifier.current = undefined
    },
    [],
  )
  const run = async () => {
    setState({ step: 'running' })
    try {
      const [{ startVerifier }, { explainInWorker }] = await Promise.all([
        import('../../../verifier/startVerifier.ts'),
        import('../../../../../verifier/worker/explainInWorker.ts'),
      ])
      const { port } = (verifier.current ??= startVerifier())
      const source = { kind: 'node', url, round } as const
      const request = { source, ballot: { reviewer } }
      const { block, seats } = await explainInWorker(port, request)
      setState({ step: 'done', seat: seats[0], block: block.number })
    } catch (error) {
      setState({ step: 'failed', error })
    }
  }
  return { state, run: () => void run() }
}

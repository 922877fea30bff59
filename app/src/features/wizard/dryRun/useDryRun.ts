/** A dry run in a worker: begun, followed, cancelled. */
import { useEffect, useRef, useState } from 'react'
import type { DryRun } from '../../../../../protocol/simulation/simulateRound.ts'
import type { DryRunAnswer, DryRunRequest } from './messages.ts'

export type RunningDryRun = {
  /** From 0 to 1; none while nothing runs. */
  done: number | undefined
  results: DryRun[] | undefined
  problem: string | undefined
  start: (request: DryRunRequest) => void
  cancel: () => void
}

export function useDryRun(): RunningDryRun {
  const worker = useRef<Worker>(undefined)
  const [done, setDone] = useState<number>()
  const [results, setResults] = useState<DryRun[]>()
  const [problem, setProblem] = useState<string>()

  function cancel() {
    worker.current?.terminate()
    worker.current = undefined
    setDone(undefined)
  }

  useEffect(
    () => () => {
      worker.current?.terminate()
    },
    [],
  )

  function start(request: DryRunRequest) {
    cancel()
    setResults(undefined)
    setProblem(undefined)
    setDone(0)
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      type: 'module',
    })
    worker.current = started
    started.onmessage = ({ data }: MessageEvent<DryRunAnswer>) => {
      if ('done' in data) {
        setDone(data.done)
        return
      }
      if ('results' in data) setResults(data.results)
      else setProblem(data.problem)
      cancel()
    }
    started.onerror = ({ message }) => {
      setProblem(message)
      cancel()
    }
    started.postMessage(request)
  }

  return { done, results, problem, start, cancel }
}

/** Makes a file of the round in the verifier's worker and hands it to the browser. */
import { useEffect, useRef, useState } from 'react'
import type { ExportKind } from '../../../../../verifier/exporting/makeExports.ts'
import type { VerifyProgress } from '../../../../../verifier/worker/messages.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { saveFile } from '../../../components/saveFile.ts'
import { useRound } from '../../../queries/round.ts'
import type { RunningVerifier } from '../../../verifier/startVerifier.ts'

export type ExportState =
  | { step: 'idle' }
  | { step: 'making'; kind: ExportKind; progress: VerifyProgress | undefined }
  | { step: 'made'; kind: ExportKind; block: bigint }
  | { step: 'failed'; kind: ExportKind; error: unknown }

const endings: Readonly<Record<ExportKind, string>> = {
  csv: 'csv',
  results: 'json',
  pb: 'pb',
  bundle: 'dure',
}

export function useExport() {
  const { node: url } = useConfig()
  const { phase, round } = useRound()
  const [state, setState] = useState<ExportState>({ step: 'idle' })
  const verifier = useRef<RunningVerifier>(undefined)
  const stop = useRef<AbortController>(undefined)
  /** The next file is made of what was read for the one before. */
  const read = useRef<{ phase: string; block: bigint }>(undefined)
  useEffect(
    () => () => {
      verifier.current?.end()
    },
    [],
  )

  const run = async (kind: ExportKind) => {
    stop.current?.abort()
    const { signal } = (stop.current = new AbortController())
    setState({ step: 'making', kind, progress: undefined })
    try {
      const [{ startVerifier }, { exportInWorker }] = await Promise.all([
        import('../../../verifier/startVerifier.ts'),
        import('../../../../../verifier/worker/exportInWorker.ts'),
      ])
      const { port } = (verifier.current ??= startVerifier())
      const known = read.current?.phase === phase ? read.current : undefined
      const at = known ? { block: known.block } : {}
      const source = { kind: 'node', url, round, ...at } as const
      const onProgress = (progress: VerifyProgress) => {
        setState({ step: 'making', kind, progress })
      }
      const options = { onProgress, signal }
      const made = await exportInWorker(port, { source, kind }, options)
      const block = made.block.number
      read.current = { phase, block }
      saveFile(`dure-${round.slice(0, 10)}.${endings[kind]}`, made.content)
      setState({ step: 'made', kind, block })
    } catch (error) {
      if (!signal.aborted) setState({ step: 'failed', kind, error })
    }
  }
  return {
    state,
    make: (kind: ExportKind) => void run(kind),
    stop: () => {
      stop.current?.abort()
      setState({ step: 'idle' })
    },
  }
}

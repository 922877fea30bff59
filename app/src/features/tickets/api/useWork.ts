/** One thing that is asked of the relayer: under way, done, or why not. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

export type Work<result> = {
  isBusy: boolean
  error: unknown
  result: result | undefined
  run(work: () => Promise<result>): Promise<result | undefined>
  clear(): void
}

export function useWork<result>(): Work<result> {
  const queries = useQueryClient()
  const [state, setState] = useState<{
    isBusy: boolean
    error?: unknown
    result?: result
  }>({ isBusy: false })
  return {
    isBusy: state.isBusy,
    error: state.error,
    result: state.result,
    async run(work) {
      if (state.isBusy) return undefined
      setState({ isBusy: true })
      try {
        const result = await work()
        setState({ isBusy: false, result })
        return result
      } catch (error) {
        setState({ isBusy: false, error })
        return undefined
      } finally {
        await queries.invalidateQueries()
      }
    },
    clear() {
      setState({ isBusy: false })
    },
  }
}

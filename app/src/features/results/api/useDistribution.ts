/** Who gave which value: read by a worker, once. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { BaseError } from '../../../../../protocol/errors.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { useRound } from '../../../queries/round.ts'
import type {
  Distribution,
  DistributionAnswer,
  DistributionRequest,
} from '../worker/messages.ts'

function distributionQuery(request: DistributionRequest) {
  return queryOptions({
    queryKey: ['distribution', request.url, request.round],
    queryFn: ({ signal }) => readInWorker(request, signal),
    staleTime: Infinity,
  })
}

export function useDistribution() {
  const { node: url } = useConfig()
  const { fromBlock, round, rules } = useRound()
  return useQuery(distributionQuery({ url, round, fromBlock, rules }))
}

function readInWorker(
  request: DistributionRequest,
  signal: AbortSignal,
): Promise<Distribution> {
  const worker = new Worker(new URL('../worker/worker.ts', import.meta.url), {
    type: 'module',
  })
  const answered = new Promise<Distribution>((resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error)
    })
    worker.onmessage = ({ data }: MessageEvent<DistributionAnswer>) => {
      if ('distribution' in data) resolve(data.distribution)
      else reject(new BallotsNotReadError(data.problem))
    }
    worker.onerror = ({ message }) => {
      reject(new BallotsNotReadError(message))
    }
    worker.postMessage(request)
  })
  return answered.finally(() => {
    worker.terminate()
  })
}

class BallotsNotReadError extends BaseError {
  override name = 'BallotsNotReadError'

  constructor(reason: string) {
    super(`The opened ballots cannot be read: ${reason}`, {
      metaMessages: ['The node must answer for logs of the round.'],
    })
  }
}

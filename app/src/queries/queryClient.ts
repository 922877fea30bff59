/** How answers of the node and the relayers are kept and asked again. */
import { QueryClient } from '@tanstack/react-query'

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: mayRetry,
        staleTime: 10_000,
        // What is dropped here would be dropped on the device.
        gcTime: Infinity,
        refetchOnWindowFocus: true,
        // A node on this machine is reached without a network.
        networkMode: 'always',
        // Bigints are in it: compared by reference, not by JSON.
        structuralSharing: false,
      },
      mutations: { networkMode: 'always' },
    },
  })
}

/** A node that does not answer in its time has had its second chance already. */
export function mayRetry(failures: number, error: Error): boolean {
  return failures < 2 && error.name !== 'TimeoutError'
}

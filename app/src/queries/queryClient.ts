/** How answers of the node and the relayers are kept and asked again. */
import { QueryClient } from '@tanstack/react-query'

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: 2,
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

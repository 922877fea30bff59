/** The latest block, and the time that the chain has. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { getBlock } from 'viem/actions'
import type { ReadClient } from '../../../chain/clients.ts'
import { useNode } from './useNode.ts'

export type Head = {
  number: bigint
  /** Unix seconds. */
  timestamp: number
  /** Unix seconds by this device when it was asked. */
  readAt: number
}

const seconds = () => Date.now() / 1000

export function headQuery(node: ReadClient) {
  return queryOptions({
    queryKey: ['head', node.uid],
    queryFn: async (): Promise<Head> => {
      const { number, timestamp } = await getBlock(node)
      return { number, timestamp: Number(timestamp), readAt: seconds() }
    },
    refetchInterval: 5_000,
  })
}

/**
 * Unix seconds. A chain's clock may stand still between blocks and a device's may
 * be wrong: never before the latest block, else the device's.
 */
export function useNow(): number {
  const { data } = useQuery(headQuery(useNode()))
  const [now, setNow] = useState(seconds)
  useEffect(() => {
    const beat = setInterval(() => {
      setNow(seconds())
    }, 1_000)
    return () => {
      clearInterval(beat)
    }
  }, [])
  return Math.max(now, data?.timestamp ?? 0)
}

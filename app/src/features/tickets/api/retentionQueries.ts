/** When contact data go, what is left, and the log of what officials did. */
import { queryOptions } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { Desk } from '../../../relayer/registrar.ts'
import {
  fetchActs,
  fetchLinks,
  fetchRetention,
} from '../../../relayer/retention.ts'

export function retentionQuery(relayer: string, round: Address) {
  return queryOptions({
    queryKey: ['desk', 'retention', relayer, round],
    queryFn: () => fetchRetention(relayer, round),
    refetchInterval: 15_000,
  })
}

export function linksQuery(relayer: string, round: Address) {
  return queryOptions({
    queryKey: ['desk', 'links', relayer, round],
    queryFn: () => fetchLinks(relayer, round),
    refetchInterval: 15_000,
  })
}

export function actsQuery(desk: Desk) {
  const { address, relayer } = desk.session
  return queryOptions({
    queryKey: ['desk', 'acts', relayer, address, desk.round],
    queryFn: () => fetchActs(desk),
    retry: false,
    gcTime: 0,
  })
}

/** On every page of an official: what its acts name is brought to the relayers again, until one hands it out. */
import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import { useConfig } from '../../../config/useConfig.ts'
import { bringAgain } from '../../../relayer/namedLater.ts'

const often = 30_000

export function BringNamed({ round }: { round: Address }) {
  const { relayers } = useConfig()
  useQuery({
    queryKey: ['bringNamed', round, relayers],
    queryFn: () => bringAgain(relayers, round),
    refetchInterval: often,
    enabled: relayers.length > 0,
  })
  return null
}

/** The round of the address bar as acts of `chain` take it. */
import { useMemo } from 'react'
import { hexToBytes } from 'viem'
import type { RoundContext } from '../../../chain/roundContext.ts'
import { useConfig } from '../config/useConfig.ts'
import { useRound } from './round.ts'

export function useRoundContext(): RoundContext {
  const { chainId } = useConfig()
  const { domainSeparator, fromBlock, round, rules } = useRound()
  return useMemo(
    () => ({
      ...{ round, rules, fromBlock, chainId: BigInt(chainId) },
      separator: hexToBytes(domainSeparator),
    }),
    [chainId, domainSeparator, fromBlock, round, rules],
  )
}

/** Whether a receipt is its relayer's word, and whether the word was kept. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { SignedReceipt } from '../../../../../protocol/receipt/receipt.ts'
import { type Config } from '../../../config/config.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { useNow } from '../../../queries/head.ts'
import { type Round, useRound } from '../../../queries/round.ts'
import type { Trace } from './traceBallots.ts'

/**
 * - `notSigned`, `otherChain`, `otherRound`: it says nothing here.
 * - `otherBallot`: another ballot of the same version is recorded.
 * - `superseded`: a later version is recorded, which this one cannot follow.
 */
export type Verdict =
  | 'notSigned'
  | 'otherChain'
  | 'otherRound'
  | 'kept'
  | 'late'
  | 'otherBallot'
  | 'superseded'
  | 'waiting'
  | 'broken'

export function useReceipt(signed: SignedReceipt, trace: Trace | undefined) {
  const config = useConfig()
  const round = useRound()
  const now = useNow()
  const { data: isSigned, error } = useQuery(signatureQuery(signed))
  const isReady = isSigned !== undefined
  const verdict = isReady
    ? judge({ signed, trace, config, round, now, isSigned })
    : undefined
  return { verdict, error }
}

function signatureQuery(signed: SignedReceipt) {
  return queryOptions({
    queryKey: ['receipt', signed],
    queryFn: async () => {
      const path = import('../../../../../protocol/receipt/signReceipt.ts')
      const { isReceiptSigned } = await path
      return isReceiptSigned(signed)
    },
    staleTime: Infinity,
  })
}

type JudgeParameters = {
  signed: SignedReceipt
  trace: Trace | undefined
  config: Config
  round: Round
  now: number
  isSigned: boolean
}

function judge(parameters: JudgeParameters): Verdict {
  const { config, isSigned, now, round, signed, trace } = parameters
  const { ballot, includeBy, version } = signed.receipt
  if (!isSigned) return 'notSigned'
  const isHere =
    signed.chainId === config.chainId &&
    isSame(signed.receipts, config.receipts)
  if (!isHere) return 'otherChain'
  if (!isSame(signed.receipt.round, round.round)) return 'otherRound'
  const ballots = trace?.ballots ?? []
  const recorded = ballots.find(({ digest }) => isSame(digest, ballot))
  if (recorded) return recorded.recorded.time <= includeBy ? 'kept' : 'late'
  const last = ballots.at(-1)?.version ?? 0
  if (last === version) return 'otherBallot'
  if (last > version) return 'superseded'
  return now <= includeBy ? 'waiting' : 'broken'
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

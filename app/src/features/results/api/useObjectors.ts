/** The keys of this device that may object: of a seat on the roll, or of a proposal on the roster. */
import { useQuery } from '@tanstack/react-query'
import { useConfig } from '../../../config/useConfig.ts'
import { useApplicantKeys } from '../../../keys/applicantKeys.ts'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import { useKeysOfRound } from '../../../keys/useHeldKeys.ts'
import { proposalsQuery } from '../../../queries/proposals.ts'
import type { Objection } from '../../../queries/result.ts'
import { useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'

export type Objector = {
  key: HeldKey
  /** Of the seat; 0: it is an applicant's. */
  reviewer: number
  /** Of the applicant's proposal. */
  proposal: number
  /** Each key objects once. */
  hasObjected: boolean
}

export function useObjectors(objections: readonly Objection[]): Objector[] {
  const { chainId } = useConfig()
  const round = useRound()
  const seats = useKeysOfRound(round.round)
  const applicants = useApplicantKeys(chainId, round.round)
  const { data = [] } = useQuery(proposalsQuery(useNode(), round))
  const hasObjected = ({ key }: HeldKey) =>
    objections.some((one) => one.key.toLowerCase() === key.toLowerCase())
  const numberOf = ({ key }: HeldKey) =>
    data.find((one) => one.key.toLowerCase() === key.toLowerCase())?.number ?? 0
  return [
    ...seats.map((key) => ({
      ...{ key, reviewer: key.reviewer, proposal: 0 },
      hasObjected: hasObjected(key),
    })),
    ...applicants
      .map((key) => ({
        ...{ key, reviewer: 0, proposal: numberOf(key) },
        hasObjected: hasObjected(key),
      }))
      .filter(({ proposal }) => proposal > 0),
  ]
}

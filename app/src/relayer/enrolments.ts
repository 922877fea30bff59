/** The key that a relayer has enrolled for a seat; none where there is none. */
import type { Address } from 'viem'
import { askAny } from './ask.ts'
import { askRelayer, RelayerRefusedError } from './refusal.ts'

export async function fetchEnrolment(
  relayers: readonly string[],
  round: Address,
  reviewer: number,
) {
  const param = { round, reviewer: String(reviewer) }
  try {
    return await askAny(relayers, async ({ rounds }) => {
      const { $get } = rounds[':round'].enrolments[':reviewer']
      const answer = await askRelayer(() => $get({ param }))
      return (await answer.json()) as ToldEnrolment
    })
  } catch (error) {
    const isUnknown = error instanceof RelayerRefusedError
    if (isUnknown && error.status === 404) return undefined
    throw error
  }
}

export type ToldEnrolment = {
  reviewer: number
  key: Address
  root: string | null
  count: number | null
  proof: string[] | null
  signature: string | null
}

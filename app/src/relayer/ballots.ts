/** Ballots at a relayer: handed in, and what it says became of them. */
import type { Address, Hex } from 'viem'
import { relayerClient } from './client.ts'
import { askRelayer, RelayerRefusedError } from './refusal.ts'

export type Acknowledgement = {
  version: number
  ballot: Hex
  receipt: Record<string, unknown> | null
}

/** To one relayer; the same ballot again gets the same answer. */
export async function postBallot(
  relayer: string,
  round: Address,
  ballot: Hex,
): Promise<Acknowledgement> {
  const { ballots } = relayerClient(relayer).rounds[':round']
  const asked = { param: { round }, json: { ballot } }
  const answer = await askRelayer(() => ballots.$post(asked))
  return (await answer.json()) as Acknowledgement
}

export type ToldBallot = {
  version: number
  ballot: Hex
  state: string
  reason: string | null
}

/** Nothing it says makes a ballot recorded: that is asked of the chain. */
export async function fetchBallots(
  relayer: string,
  round: Address,
  reviewer: number,
): Promise<ToldBallot[]> {
  const { $get } = relayerClient(relayer).rounds[':round'].ballots[':reviewer']
  const param = { round, reviewer: String(reviewer) }
  try {
    const answer = await askRelayer(() => $get({ param }))
    const { ballots } = (await answer.json()) as { ballots: ToldBallot[] }
    return ballots
  } catch (error) {
    const isUnknown = error instanceof RelayerRefusedError
    if (isUnknown && error.status === 404) return []
    throw error
  }
}

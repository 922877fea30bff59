/** Tickets at a relayer: which seat one is for, and a key that takes it. */
import type { Address, Hex } from 'viem'
import { askAny } from './ask.ts'
import { askRelayer } from './refusal.ts'

export type FoundTicket = {
  round: Address
  reviewer: number
  community: number | null
  state: 'open' | 'claimed' | 'replaced'
}

export function searchTicket(
  relayers: readonly string[],
  ticket: string,
): Promise<FoundTicket> {
  return askAny(relayers, async ({ tickets }) => {
    const json = { ticket }
    const answer = await askRelayer(() => tickets.search.$post({ json }))
    return (await answer.json()) as FoundTicket
  })
}

export function claimSeat(
  relayers: readonly string[],
  round: Address,
  json: { ticket: string; key: Address; signature: Hex },
): Promise<void> {
  return askAny(relayers, async ({ rounds }) => {
    const { claims } = rounds[':round']
    await askRelayer(() => claims.$post({ param: { round }, json }))
  })
}

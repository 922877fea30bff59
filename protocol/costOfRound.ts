/** What the transactions of a round cost, by gas that was measured. */
import { formatEther } from 'viem'

/**
 * `npm run bench`: a round of 872 communities and 8,720 ballots of 10 proposals
 * each, in pages of 400, under the rules of Osaka.
 */
const measured = {
  cast: 10_901n,
  open: 8_224n,
  key: 4_456n,
  drawAndRank: 4_118_032n,
  /** A proposal that its key signed and another sends: .gas-snapshot. */
  act: 99_699n,
} as const

export type CostParameters = {
  ballots: number
  /** On the roll. */
  seats: number
  /** Proposals and objections that the relayer sends. */
  acts: number
  /** In wei. */
  price: bigint
}

export type CostRow = {
  what:
    | 'cast the ballots'
    | 'send signed acts'
    | 'draw and rank'
    | 'open the ballots'
    | 'publish the roll'
  who: 'relayer' | 'registrar' | 'anyone'
  gas: bigint
  eth: string
}

export type RoundCost = {
  rows: readonly CostRow[]
  /** What a relayer needs that does everything anyone may. */
  relayer: { gas: bigint; eth: string }
}

export function costOfRound({
  acts,
  ballots,
  price,
  seats,
}: CostParameters): RoundCost {
  const rows = [
    ['cast the ballots', 'relayer', measured.cast * BigInt(ballots)],
    ['send signed acts', 'relayer', measured.act * BigInt(acts)],
    ['draw and rank', 'anyone', measured.drawAndRank],
    ['open the ballots', 'anyone', measured.open * BigInt(ballots)],
    ['publish the roll', 'registrar', measured.key * BigInt(seats)],
  ] as const
  const ofRelayer = rows
    .filter(([, who]) => who !== 'registrar')
    .reduce((sum, [, , gas]) => sum + gas, 0n)
  return {
    rows: rows.map(([what, who, gas]) => ({ what, who, ...priced(gas) })),
    relayer: priced(ofRelayer),
  }

  function priced(gas: bigint) {
    return { gas, eth: formatEther(gas * price) }
  }
}

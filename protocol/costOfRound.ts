/** What the transactions of a round cost, by gas that was measured. */
import { formatEther } from 'viem'

/**
 * `npm run bench`: a round of 872 communities and 8,720 ballots of 10 proposals
 * each, in pages of 400, under the rules of Osaka. What officials and trustees do:
 * `dure rehearse --communities 872 --trustees 3/5 --json`.
 */
const measured = {
  cast: 10_901n,
  open: 8_224n,
  key: 4_456n,
  drawAndRank: 4_118_032n,
  /** A proposal that its key signed and another sends: .gas-snapshot. */
  act: 99_699n,
  /** To make the round, to freeze it and to confirm its ranking. */
  admin: 947_497n,
  /** To accept a proposal, and to number it. */
  screening: 24_912n,
  /** Key generation of each trustee: package, shares, confirmation. */
  trustee: 329_713n,
  /** A share of the lottery's or of the ballots' key. */
  release: 98_853n,
} as const

export type CostParameters = {
  ballots: number
  /** On the roll. */
  seats: number
  /** Proposals and objections that the relayer sends. */
  acts: number
  /** On the roster. */
  proposals: number
  trustees: { threshold: number; count: number }
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
    | 'make, freeze and confirm'
    | 'screen and number'
    | 'make and release keys'
  who: 'relayer' | 'registrar' | 'anyone' | 'admin' | 'screener' | 'trustees'
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
  proposals,
  seats,
  trustees,
}: CostParameters): RoundCost {
  const { count, threshold } = trustees
  const keys =
    measured.trustee * BigInt(count) + measured.release * BigInt(2 * threshold)
  const rows = [
    ['cast the ballots', 'relayer', measured.cast * BigInt(ballots)],
    ['send signed acts', 'relayer', measured.act * BigInt(acts)],
    ['draw and rank', 'anyone', measured.drawAndRank],
    ['open the ballots', 'anyone', measured.open * BigInt(ballots)],
    ['publish the roll', 'registrar', measured.key * BigInt(seats)],
    ['screen and number', 'screener', measured.screening * BigInt(proposals)],
    ['make and release keys', 'trustees', keys],
    ['make, freeze and confirm', 'admin', measured.admin],
  ] as const
  const ofRelayer = rows
    .filter(([, who]) => who === 'relayer' || who === 'anyone')
    .reduce((sum, [, , gas]) => sum + gas, 0n)
  return {
    rows: rows.map(([what, who, gas]) => ({ what, who, ...priced(gas) })),
    relayer: priced(ofRelayer),
  }

  function priced(gas: bigint) {
    return { gas, eth: formatEther(gas * price) }
  }
}

/** One measured line about Dure. */

export type GasRow = {
  readonly scenario: string
  /** Gas of whole transactions, calldata and the fixed 21,000 included. */
  readonly gas: bigint
  /** Ballots, keys or proposals that share it. */
  readonly units: number
}

/** Gas a unit, rounded up. */
export function gasPerUnit({ gas, units }: GasRow): number {
  return Math.ceil(Number(gas) / units)
}

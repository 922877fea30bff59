/** One measured line about another system, for the bench's table of prices. */

export type PeerRow = {
  readonly peer: string
  readonly scenario: string
  /** Gas of the whole transaction, calldata and the fixed 21,000 included. */
  readonly gas: bigint
  /** The share of `gas` that one ballot pays. */
  readonly perBallot: bigint
  readonly note: string
}

/**
 * All that was read of a round: what the checks work on, online and offline.
 *
 * A record is plain data as the node answered it. Nothing in it is trusted
 * before a check has looked at it.
 */
import type { Address, Hash, Hex } from 'viem'
import type { Phase, ProposalState, Purpose, Role } from '../chain/enums.ts'
import type { TrusteeKeys } from '../protocol/keyTranscript.ts'

export type RoundRecord = {
  chainId: number
  round: Address
  factory: Address
  /** The block at which everything was read. */
  block: RecordedBlock
  /**
   * Every log of the round from the transaction that made it to `block`, and
   * the factory's `RoundCreated` of it, in the order of the chain.
   */
  logs: RecordedLog[]
  /** Headers of all blocks that hold a log, of the draw's block and of `block`. */
  blocks: RecordedBlock[]
  /** All transactions with a log, but for those that only cast or open pages. */
  transactions: RecordedTransaction[]
  /**
   * The round's, the implementation's, every chunk's of the roll, every
   * ERC-7913 verifier's of the rules.
   */
  codes: RecordedCode[]
  state: RecordedState
}

export type RecordedBlock = {
  number: bigint
  hash: Hash
  parentHash: Hash
  /** Unix seconds. */
  timestamp: bigint
}

export type RecordedLog = {
  address: Address
  topics: Hex[]
  data: Hex
  blockNumber: bigint
  blockHash: Hash
  transactionHash: Hash
  logIndex: number
}

export type RecordedTransaction = {
  hash: Hash
  blockNumber: bigint
  from: Address
  /** Null where a contract was made. */
  to: Address | null
  input: Hex
}

export type RecordedCode = { address: Address; code: Hex }

/** What the contract says of itself at the block of the record. */
export type RecordedState = {
  /** True if the factory says that it made the round. */
  isRound: boolean
  implementation: Address
  rulesDigest: Hash
  domainSeparator: Hash
  phase: Phase
  holders: Record<Role, Address>
  /** The zero address where a role is not offered. */
  offered: Record<Role, Address>
  /** By key, of every key that registered. */
  proposals: RecordedProposal[]
  roster: { accepted: number; onRoster: number; isFixed: boolean }
  /** By index. */
  rosterEntries: { key: Address; category: number; ask: bigint }[]
  withdrawn: boolean[]
  reviewers: number
  roll: { published: number; chunks: number; changedAt: number; digest: Hash }
  /** The last attempt; undefined before the first. */
  attempt: RecordedAttempt | undefined
  /** Undefined before they stand. */
  trusteeKeys: TrusteeKeys | undefined
  /** Bit (trustee − 1). */
  released: Record<Purpose, bigint>
  keyCame: boolean
  drawBlock: { number: bigint; hash: Hash }
  seed: Hash
  /** Packed uint16; undefined before the draw. */
  shuffles: { order: Hex; offset: Hex } | undefined
  /** What the contract answers for a few reviewers. */
  lists: { reviewer: number; list: number[] }[]
  ballots: { pages: number; cast: number; settled: number }
  /** By index. */
  pages: Hash[]
  lastVersions: number[]
  settled: boolean[]
  /** By index; empty before the draw. */
  tallies: { points: bigint; count: bigint }[]
  rankedAt: number
  /** By index; empty before the ranking. */
  outcomes: { isRecommended: boolean; isSelected: boolean }[]
  objections: { count: number; answered: number }
}

export type RecordedProposal = {
  key: Address
  digest: Hash
  version: number
  ordinal: number
  /** Number on the roster; 0 before, and for the others. */
  number: number
  state: ProposalState
  category: number
  ask: bigint
}

export type RecordedAttempt = {
  number: number
  trustees: Address[]
  transcript: Hash
  packages: bigint
  shares: bigint
  confirmations: bigint
  isDisputed: boolean
}

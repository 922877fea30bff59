/** The shape of a record in JSON. */
import { phases, proposalStates } from '../../chain/enums.ts'
import type { Point } from '../../protocol/point.ts'
import type {
  RecordedBlock,
  RecordedCode,
  RecordedLog,
  RecordedState,
  RecordedTransaction,
  RoundRecord,
} from '../record.ts'
import {
  address,
  bytes,
  decimal,
  fields,
  flag,
  hash,
  list,
  nullable,
  optional,
  whole,
  word,
} from './shapes.ts'

const block = fields<RecordedBlock>({
  number: decimal,
  hash,
  parentHash: hash,
  timestamp: decimal,
})

export const logShape = fields<RecordedLog>({
  address,
  topics: list(hash),
  data: bytes,
  blockNumber: decimal,
  blockHash: hash,
  transactionHash: hash,
  logIndex: whole,
})

const transaction = fields<RecordedTransaction>({
  hash,
  blockNumber: decimal,
  from: address,
  to: nullable(address),
  input: bytes,
})

const code = fields<RecordedCode>({ address, code: bytes })

const byRole = fields<RecordedState['holders']>({
  admin: address,
  registrar: address,
  screener: address,
  committee: address,
})

const point = fields<Point>({ x: hash, y: hash })

const state = fields<RecordedState>({
  isRound: flag,
  implementation: address,
  rulesDigest: hash,
  domainSeparator: hash,
  phase: word(phases),
  holders: byRole,
  offered: byRole,
  proposals: list(
    fields({
      key: address,
      digest: hash,
      version: whole,
      ordinal: whole,
      number: whole,
      state: word(proposalStates),
      category: whole,
      ask: decimal,
    }),
  ),
  roster: fields({ accepted: whole, onRoster: whole, isFixed: flag }),
  rosterEntries: list(fields({ key: address, category: whole, ask: decimal })),
  withdrawn: list(flag),
  reviewers: whole,
  roll: fields({
    published: whole,
    chunks: whole,
    changedAt: whole,
    digest: hash,
  }),
  attempt: optional(
    fields({
      number: whole,
      trustees: list(address),
      transcript: hash,
      packages: decimal,
      shares: decimal,
      confirmations: decimal,
      isDisputed: flag,
    }),
  ),
  trusteeKeys: optional(
    fields({
      ballotKey: point,
      lotteryKey: point,
      ballotShares: list(point),
      lotteryShares: list(point),
    }),
  ),
  released: fields({ ballot: decimal, lottery: decimal }),
  keyCame: flag,
  drawBlock: fields({ number: decimal, hash }),
  seed: hash,
  shuffles: optional(fields({ order: bytes, offset: bytes })),
  lists: list(fields({ reviewer: whole, list: list(whole) })),
  ballots: fields({ pages: whole, cast: whole, settled: whole }),
  pages: list(hash),
  lastVersions: list(whole),
  settled: list(flag),
  tallies: list(fields({ points: decimal, count: decimal })),
  rankedAt: whole,
  outcomes: list(fields({ isRecommended: flag, isSelected: flag })),
  objections: fields({ count: whole, answered: whole }),
})

export const recordShape = fields<RoundRecord>({
  chainId: whole,
  round: address,
  factory: address,
  block,
  logs: list(logShape),
  blocks: list(block),
  transactions: list(transaction),
  codes: list(code),
  state,
})

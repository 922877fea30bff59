/** The tables, as Kysely sees them. Migrations make them so. */
import type { ColumnType, Generated } from 'kysely'

export type Tables = {
  ballots: BallotTable
  casts: CastTable
  deliveries: DeliveryTable
  documents: DocumentTable
  attachments: AttachmentTable
  signed_acts: SignedActTable
  nonces: NonceTable
  sessions: SessionTable
  tickets: TicketTable
  enrolments: EnrolmentTable
  contacts: ContactTable
  retentions: RetentionTable
  acts: ActTable
  openings: OpeningTable
  cast_costs: CastCostTable
}

/**
 * - `waiting`: acknowledged, in no page that is under way.
 * - `sent`: in a page whose transaction is under way.
 * - `recorded`: on the chain.
 * - `final`: on the chain, and deep in it.
 * - `replaced`: a later version of the same reviewer came before it was sent.
 * - `skipped`: the round left it out, `reason` says why.
 * - `missed`: the round takes no more ballots.
 */
export type BallotState =
  'waiting' | 'sent' | 'recorded' | 'final' | 'replaced' | 'skipped' | 'missed'

export type BallotTable = {
  round: string
  reviewer: number
  version: number
  /** What the reviewer signed. */
  digest: string
  packed: Bytes
  kind: number
  state: BallotState
  reason: string | null
  /** Unix times by the chain. */
  received_at: number
  /** It was not on the chain before, whoever casts it. */
  from_block: number
  /** When it, or one that it replaced, is promised to be recorded. */
  due: number
  include_by: number | null
  /** The relayer's, under the receipt; none where nothing is promised. */
  signature: string | null
  /** The cast that is under way with it. */
  cast_id: number | null
  /** Where it was found recorded. */
  page: number | null
  /** Or superseded; none once that is deep. */
  block: number | null
  transaction: string | null
}

/** A `castBallots` that is under way. */
export type CastTable = {
  id: Generated<number>
  round: string
  batch: Bytes
  /** None of its ballots can be in an earlier block. */
  from_block: number
}

/** What one of the last pages took. */
export type CastCostTable = {
  id: Generated<number>
  ballots: number
  gas: number
}

/** A round that is opened as far as it can be. */
export type OpeningTable = {
  round: string
  /** Settled reviewers when nothing was left: fewer later, and there is again. */
  settled: number
  /** Ballots that do not decrypt to what they sealed. */
  unreadable: number
}

/** The journal of chain/delivery. */
export type DeliveryTable = {
  chain_id: number
  sender: string
  nonce: number
  act: string
  function_name: string
  /** JSON. */
  transactions: string
}

/** What is published, by its sha2-256 digest. */
export type DocumentTable = {
  digest: string
  /** For which it was brought first: it takes of that one's room. */
  round: string
  media_type: string
  size: number
  /** None: deleted. */
  bytes: ColumnType<Uint8Array | null, Uint8Array | null, Uint8Array | null>
  /** Unix times by the chain. */
  received_at: number
  /** When it goes unless the chain names it by then; none: it stays. */
  until: number | null
  deleted_at: number | null
  /** Of the deletion. */
  reason: string | null
  /** Who deleted it: an official's address, or `operator`. */
  deleted_by: string | null
}

/** What documents list as theirs. */
export type AttachmentTable = {
  document: string
  place: number
  digest: string
  media_type: string
  name: string
}

/**
 * - `waiting`: it is to be sent, or under way.
 * - `recorded`: on the chain.
 * - `final`: on the chain, and deep in it.
 * - `refused`: the round does not take it, `error` says why.
 */
export type SignedActState = 'waiting' | 'recorded' | 'final' | 'refused'

/** Signed acts that the relayer sends for others. */
export type SignedActTable = {
  /** Names what the key signed. */
  id: string
  round: string
  key: string
  /** JSON, with the signature. */
  act: string
  /** The digest of its document. */
  document: string | null
  state: SignedActState
  error: string | null
  /** JSON: the values of the error. */
  params: string | null
  received_at: number
  /** No event of it can be in an earlier block. */
  from_block: number
  /** Those that failed often come after the others. */
  tries: number
  block: number | null
  transaction: string | null
}

/** Of sign-in messages; each is used once. Hashes are of sha-256. */
export type NonceTable = { hash: string; expires_at: number }

export type SessionTable = {
  /** Of the token. */
  hash: string
  address: string
  expires_at: number
  /** What a contract wallet signed, and how: null of an account. */
  signed_hash: string | null
  signature: string | null
}

/**
 * - `open`: nobody has claimed it.
 * - `claimed`: spent.
 * - `replaced`: another one was issued in its place.
 */
export type TicketState = 'open' | 'claimed' | 'replaced'

export type TicketTable = {
  round: string
  reviewer: number
  /** 1 for the first ticket of the seat. */
  issue: number
  /** The ticket itself is nowhere. */
  hash: string
  state: TicketState
}

export type EnrolmentTable = {
  round: string
  reviewer: number
  /** In lower case. */
  key: string
  /** Hash of the ticket; gone after the retention date, like the signature. */
  ticket: string | null
  /** Of the key, `kind ‖ body`. */
  signature: string | null
  registrar: string | null
  /** Of the registrar, over `EnrolledKeys` of this root and count. */
  registrar_signature: string | null
  registrar_root: string | null
  registrar_count: number | null
  /** JSON. */
  registrar_proof: string | null
}

/** How to reach the person of a seat: the only link between the two. */
export type ContactTable = { round: string; reviewer: number; contact: string }

export type RetentionTable = {
  round: string
  delete_at: number
  deleted_at: number | null
}

export type ActName =
  | 'tickets issued'
  | 'ticket re-issued'
  | 'contacts kept'
  | 'retention set'
  | 'retention done'

/** The log of what was done with tickets; only ever added to. */
export type ActTable = {
  id: Generated<number>
  round: string
  done_at: number
  /** None for what the relayer did by itself. */
  official: string | null
  act: ActName
  reviewer: number | null
  /** Never text that somebody typed: it could name a person. */
  detail: string | null
}

type Bytes = ColumnType<Uint8Array, Uint8Array, Uint8Array>

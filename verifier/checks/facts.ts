/** What the checks find out about a round, for each other and for people. */
import type { Address, Hash } from 'viem'
import type { Purpose, Role } from '../../chain/enums.ts'
import type { SignedBallot } from '../../protocol/ballot.ts'
import type { Draw } from '../../protocol/draw.ts'
import type { Attempt } from '../../protocol/keyPackage.ts'
import type { TrusteeKeys } from '../../protocol/keyTranscript.ts'
import type { Opening, SignedOpening } from '../../protocol/opening.ts'
import type { SpoilReason } from '../../protocol/points.ts'
import type { Orders } from '../../protocol/ranking.ts'
import type { Recommendation } from '../../protocol/recommend.ts'
import type { ReleasedShare } from '../../protocol/release.ts'
import type { Rules } from '../../protocol/rules.ts'
import type { Tally } from '../../protocol/tally.ts'
import type { Moment, RoundEvent } from '../history/event.ts'
import type { Progress } from '../history/phaseAt.ts'
import type { RecordedProposal } from '../record.ts'
import type { OpenedPage } from './openingsPages.ts'

export type Facts = {
  /** The EIP-712 domain separator of the round. */
  separator: Uint8Array
  rules: Rules | undefined
  /** After the last event. */
  progress: Progress
  /** Who held a role from when on, in order. */
  holders: { role: Role; holder: Address; since: Moment | undefined }[]
  offered: Record<Role, Address>
  /** By key in lower case. */
  proposals: Map<Address, RecordedProposal>
  accepted: number
  /** By index; complete once `isRosterFixed`. */
  roster: RosterPlace[]
  isRosterFixed: boolean
  /** By key in lower case and in rising order. */
  withdrawals: { proposal: number; at: Moment }[]
  chunks: ChunkFact[]
  /** By reviewer index; undefined before all of it is there. */
  roll: Address[] | undefined
  rollDigest: Hash | undefined
  attempts: AttemptFact[]
  /** The attempt and its keys that stand. */
  standing: { attempt: Attempt; keys: TrusteeKeys } | undefined
  /** Right ones, in the order of their release. */
  shares: Record<Purpose, ReleasedShare[]>
  drawBlock: { number: bigint; hash: Hash | undefined } | undefined
  seed: Hash | undefined
  draw: Draw | undefined
  pages: PageFact[]
  /** By reviewer index. */
  lastVersions: Uint8Array
  /** In the order of the chain, of sound pages. */
  opened: OpenedPage[]
  /** Openings that do not fit their seals. */
  misfits: Set<Opening>
  /** Own openings whose signature does not hold: their ballots stay closed. */
  unsigned: Set<SignedOpening>
  /** By reviewer number: the ballots that were settled. */
  settled: Map<number, SettledBallot>
  tally: Tally | undefined
  orders: Orders | undefined
  recommendation: Recommendation | undefined
  objections: ObjectionFact[]
  selected: number[] | undefined
}

export type RosterPlace = { key: Address; category: number; ask: bigint }

export type ChunkFact = {
  chunk: number
  revision: number
  code: Address
  codeHash: Hash
  keys: Address[] | undefined
  at: Moment
}

export type AttemptFact = Attempt & {
  at: Moment
  transcript: Hash
  /** By trustee index. */
  packages: (Uint8Array | undefined)[]
  shares: (Uint8Array | undefined)[]
  confirmations: (RoundEvent<'KeysConfirmed'> | undefined)[]
  dispute: RoundEvent<'ShareDisputed'> | undefined
  stands: RoundEvent<'KeysStand'> | undefined
}

export type PageFact = {
  number: number
  at: Moment
  batchHash: Uint8Array
  ballots: SignedBallot[]
  /** False where log and contract differ: later checks leave it out. */
  isSound: boolean
}

export type SettledBallot = {
  reviewer: number
  version: number
  page: number
  values: Uint8Array
  reason: SpoilReason
  at: Moment
}

export type ObjectionFact = {
  number: number
  key: Address
  reviewer: number
  digest: Hash
  at: Moment
  answer: Hash | undefined
}

export function startFacts(separator: Uint8Array, progress: Progress): Facts {
  const nobody = '0x0000000000000000000000000000000000000000'
  return {
    separator,
    rules: undefined,
    progress,
    holders: [],
    offered: {
      admin: nobody,
      registrar: nobody,
      screener: nobody,
      committee: nobody,
    },
    proposals: new Map(),
    accepted: 0,
    roster: [],
    isRosterFixed: false,
    withdrawals: [],
    chunks: [],
    roll: undefined,
    rollDigest: undefined,
    attempts: [],
    standing: undefined,
    shares: { ballot: [], lottery: [] },
    drawBlock: undefined,
    seed: undefined,
    draw: undefined,
    pages: [],
    lastVersions: new Uint8Array(),
    opened: [],
    misfits: new Set(),
    unsigned: new Set(),
    settled: new Map(),
    tally: undefined,
    orders: undefined,
    recommendation: undefined,
    objections: [],
    selected: undefined,
  }
}

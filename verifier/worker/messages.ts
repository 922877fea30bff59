/** What a page and the verifier's worker say to each other: plain data only. */
import type { Address, Hash } from 'viem'
import type { CheckProgress } from '../checks/runChecks.ts'
import type {
  ExplainBallotParameters,
  ExplainBallotReturnType,
} from '../explainBallot.ts'
import type { Exported, ExportKind } from '../exporting/makeExports.ts'
import type { Finding } from '../finding.ts'
import type { ReadProgress } from '../read/readProgress.ts'
import type { RoundRecord } from '../record.ts'

export type VerifySource =
  | { kind: 'node'; url: string; round: Address; block?: bigint }
  /** The bytes of an audit bundle. */
  | { kind: 'bundle'; file: Uint8Array<ArrayBuffer> }

export type VerifyRequest = {
  source: VerifySource
  /** Beside those of the bundle, by their sha2-256 digests. */
  documents?: ReadonlyMap<Hash, Uint8Array>
}

/** What was read, and at which block. */
export type Looked = Pick<
  RoundRecord,
  'chainId' | 'round' | 'factory' | 'block'
>

/** What was verified, and what was found. */
export type Verified = Looked & { findings: Finding[] }

/** A source read before at the same block is not read again. */
export type ExportRequest = { source: VerifySource; kind: ExportKind }
export type ExportedRound = Looked & { content: Exported }

export type ExplainRequest = {
  source: VerifySource
  ballot: ExplainBallotParameters
}
export type ExplainedRound = Looked & { seats: ExplainBallotReturnType }

export type VerifyProgress =
  ({ part: 'reading' } & ReadProgress) | ({ part: 'checking' } & CheckProgress)

/** One of them at a time: a new one stops the one before it. */
export type Task =
  | { type: 'verify'; request: VerifyRequest }
  | { type: 'export'; request: ExportRequest }
  | { type: 'explain'; request: ExplainRequest }

export type ToWorker = Task | { type: 'stop' }

export type Answer =
  | { type: 'verified'; verified: Verified }
  | { type: 'exported'; exported: ExportedRound }
  | { type: 'explained'; explained: ExplainedRound }

export type FromWorker =
  | { type: 'progress'; progress: VerifyProgress }
  | Answer
  | { type: 'failed'; problem: Problem }

/** An error, without what no message can carry. */
export type Problem = {
  name: string
  shortMessage: string
  metaMessages: readonly string[]
}

/** A worker, as a page has it, or the page, as a worker has it. */
export type Port<sent, received> = {
  postMessage(message: sent): void
  addEventListener: Listening<received>
  removeEventListener: Listening<received>
}

/** `message` is that of the error: a worker that cannot be loaded, too. */
type Listening<received> = (
  type: 'message' | 'error',
  listener: (event: { data: received; message?: string }) => void,
) => void

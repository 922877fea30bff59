/** What every phase of a rehearsal works with. */
import {
  type Address,
  type Hash,
  sha256,
  stringToBytes,
  type TransactionReceipt,
} from 'viem'
import type { WriteClient } from '../../chain/clients.ts'
import type { Rules } from '../../protocol/rules.ts'
import type { EmbeddedChain } from '../embeddedChain.ts'
import type { Progress } from '../progress.ts'
import type { Plan } from './plan.ts'
import type { WorkerPool } from './workerPool.ts'

export type Stage<chain extends EmbeddedChain = EmbeddedChain> = {
  chain: chain
  actors: Actors
  plan: Plan
  seed: string
  round: Address
  rules: Rules
  /** The round's domain separator. */
  separator: Uint8Array
  /** Of passkeys, where reviewers hold some. */
  verifier?: Address | undefined
  pool: WorkerPool
  progress: Progress
  gas: GasMeter
}

/** Who sends what. Reviewers and applicants have keys, but no ether. */
export type Actors = {
  admin: WriteClient
  registrar: WriteClient
  screener: WriteClient
  committee: WriteClient
  /** Pays for what others have signed. */
  relayer: WriteClient
  trustees: readonly WriteClient[]
}

export type GasMeter = {
  /** Adds what a transaction used under this name, and hands the receipt on. */
  spend(name: string, receipt: TransactionReceipt): TransactionReceipt
  used(name: string): bigint
}

export function createGasMeter(): GasMeter {
  const totals = new Map<string, bigint>()
  const used = (name: string) => totals.get(name) ?? 0n
  return {
    used,
    spend(name, receipt) {
      totals.set(name, used(name) + receipt.gasUsed)
      return receipt
    },
  }
}

/** The chain's accounts, one for each actor. */
export function assignActors(chain: EmbeddedChain, trustees: number): Actors {
  const [admin, registrar, screener, committee, relayer, ...others] =
    chain.accounts.map((account) => chain.sender(account))
  if (!admin || !registrar || !screener || !committee || !relayer)
    throw new Error('The embedded chain has too few accounts.')
  const chosen = others.slice(0, trustees)
  return { admin, registrar, screener, committee, relayer, trustees: chosen }
}

/** Digest of a document that a real round would publish. */
export function documentDigest(text: string): Hash {
  return sha256(stringToBytes(text))
}

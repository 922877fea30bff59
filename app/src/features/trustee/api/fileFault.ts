/** Why an opened file is not the one that is needed now. */
import { type Address, bytesToHex } from 'viem'
import { numberOf } from '../../../../../chain/trustee/nextStep.ts'
import {
  findAttempt,
  type TrusteeFile,
} from '../../../../../chain/trustee/trusteeFile.ts'
import type { TrusteeView } from '../../../../../chain/trustee/trusteeView.ts'
import type { RoundId } from '../../../../../protocol/typedData.ts'

export type FileFault =
  | { kind: 'otherRound'; rounds: readonly Address[] }
  | { kind: 'otherAttempt'; attempts: readonly number[]; needed: number }
  /** Of this attempt, but another package than the one that stands. */
  | { kind: 'otherPackage'; needed: number }

/** None before the own package stands: then any file takes the new secrets. */
export function findFileFault(
  file: TrusteeFile,
  id: RoundId,
  { account, view }: { account: Address; view: TrusteeView },
): FileFault | undefined {
  const { attempt, packages } = view.generation
  const own = packages[numberOf({ account, view }) - 1]
  if (own === undefined) return undefined
  const { number: needed } = attempt
  const kept = findAttempt(file, id, needed)
  if (kept?.state.package === bytesToHex(own)) return undefined
  if (kept) return { kind: 'otherPackage', needed }
  const attempts = attemptsOf(file, id)
  if (attempts.length > 0) return { kind: 'otherAttempt', attempts, needed }
  return { kind: 'otherRound', rounds: file.rounds.map(({ round }) => round) }
}

function attemptsOf({ rounds }: TrusteeFile, id: RoundId): number[] {
  return rounds
    .filter(
      ({ chainId, round }) =>
        BigInt(chainId) === id.chainId &&
        round.toLowerCase() === id.round.toLowerCase(),
    )
    .flatMap(({ attempts }) => attempts.map(({ state }) => state.attempt))
}

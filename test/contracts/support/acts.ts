/** Single acts of people, signed and relayed by anyone. */
import type { Hex } from 'viem'
import type { SignedOpening } from '../../../protocol/opening.ts'
import {
  objectionDigest,
  openingDigest,
  withdrawalDigest,
} from '../../../protocol/typedData.ts'
import {
  type Account,
  applicant,
  reviewer,
  signAlone,
  signDigest,
} from './accounts.ts'
import type { KnownBallot } from './ballots.ts'
import { ethers, networkHelpers, type Signer } from './chain.ts'
import { someDigest, type Stage } from './stage.ts'

export function withdraw(
  { round, separator }: Stage,
  number: number,
  version = 2,
  by = applicant(number),
) {
  const { address: key } = applicant(number)
  const signature = signAlone(by, withdrawalDigest(separator, { version }))
  return round.withdrawProposal(key, version, signature)
}

/** The screener decides on one proposal. */
export function screen(
  { round, screener }: Stage,
  number: number,
  change: Partial<{ version: number; accepted: boolean; reason: Hex }> = {},
) {
  const { address: key } = applicant(number)
  const decision = { version: 1, accepted: true, reason: someDigest, ...change }
  return round.connect(screener).screen([{ key, ...decision }])
}

export function objectAsReviewer(
  stage: Stage,
  number: number,
  { by = reviewer(number), digest = someDigest } = {},
) {
  const signature = signObjection(stage, by, digest)
  return stage.round.objectAsReviewer(number, digest, signature)
}

export function objectAsApplicant(
  stage: Stage,
  number: number,
  { by = applicant(number), digest = someDigest } = {},
) {
  const { address: key } = applicant(number)
  const signature = signObjection(stage, by, digest)
  return stage.round.objectAsApplicant(key, digest, signature)
}

/** The opening that a reviewer (or an impostor) signs. */
export function signedOpening(
  { separator }: Stage,
  ballot: KnownBallot,
  by: Account = reviewer(ballot.reviewer),
): SignedOpening {
  const { reviewer: number, version, values, salt, seal } = ballot
  const digest = openingDigest(separator, { reviewer: number, seal })
  const signature = signDigest(by, digest)
  return { kind: 2, reviewer: number, version, values, salt, signature }
}

function signObjection({ separator }: Stage, by: Account, digest: Hex): Hex {
  return signAlone(by, objectionDigest(separator, { digest }))
}

/** Lets an account send for itself; it needs money for the gas. */
export async function asSender({ address }: Account): Promise<Signer> {
  await networkHelpers.impersonateAccount(address)
  await networkHelpers.setBalance(address, 10n ** 18n)
  return ethers.getSigner(address)
}

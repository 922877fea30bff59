/**
 * Trustees who send messages of the right form and no meaning: the contract
 * checks no more of them, and takes the keys that all of them confirm.
 */
import { bytesToHex, concat, type Hex } from 'viem'
import type { TrusteeKeys } from '../../../protocol/keyTranscript.ts'
import { packPoint } from '../../../protocol/point.ts'
import { curvePoint } from './curve.ts'
import { abiKeys, fail, type Stage, trusteeSigner } from './stage.ts'

/** The transport secrets of trustees 1 and 2. */
export const transportSecrets = [11n, 12n] as const

/** Packages for a threshold of two. */
export const packages = transportSecrets.map((secret) =>
  concat([packedPoint(curvePoint(secret)), zeros(2 * (2 * 33 + 65))]),
)

/** The package of a lone trustee: plain keys, and no proofs. */
export const lonePackage = concat([
  packedPoint(curvePoint(transportSecrets[0])),
  zeros(2 * 33),
])

/** Behind the verifying shares, which do not make the group keys. */
export const shareSecrets = { ballot: [3n, 4n], lottery: [5n, 6n] } as const

export const keys = {
  ballotKey: curvePoint(1n),
  lotteryKey: curvePoint(2n),
  ballotShares: shareSecrets.ballot.map(curvePoint),
  lotteryShares: shareSecrets.lottery.map(curvePoint),
}

export async function publishPackage(
  stage: Stage,
  trustee: number,
  message = packages[trustee - 1] ?? fail('package'),
  attempt = 1,
) {
  const round = await roundOf(stage, trustee)
  return round.publishPackage(attempt, message)
}

export async function publishShares(
  stage: Stage,
  trustee: number,
  message = zeros(113),
) {
  return (await roundOf(stage, trustee)).publishShares(1, message)
}

export async function publishPackages(stage: Stage) {
  for (const trustee of [1, 2]) await publishPackage(stage, trustee)
}

/** Packages and shares: the keys can be confirmed. */
export async function publishAll(stage: Stage) {
  await publishPackages(stage)
  for (const trustee of [1, 2]) await publishShares(stage, trustee)
}

export type DisputeChange = { accused?: number; secret?: bigint; message?: Hex }

/** Trustee 1 says that trustee 2 sent it a bad share. */
export async function dispute(
  stage: Stage,
  {
    accused = 2,
    secret = transportSecrets[0],
    message = packages[0] ?? fail('package'),
  }: DisputeChange = {},
) {
  const round = await roundOf(stage, 1)
  return round.disputeShare(1, accused, secret, message)
}

export async function confirmKeys(
  stage: Stage,
  trustee: number,
  change: Partial<TrusteeKeys> = {},
) {
  const { transcript } = await stage.round.attempt()
  const round = await roundOf(stage, trustee)
  return round.confirmKeys(1, transcript, abiKeys({ ...keys, ...change }))
}

export function packedPoint(point: { x: Hex; y: Hex }): Hex {
  return bytesToHex(packPoint(point))
}

export function zeros(length: number): Hex {
  return `0x${'00'.repeat(length)}`
}

/** The round, called by this trustee of the rules. */
export async function roundOf(stage: Stage, trustee: number) {
  const account = stage.rules.trustees[trustee - 1] ?? fail('trustee')
  return stage.round.connect(await trusteeSigner(stage, account))
}

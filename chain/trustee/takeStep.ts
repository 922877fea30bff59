/** Takes one step of a trustee: saves what is secret first, then sends. */
import { bytesToHex, hexToBigInt, toHex } from 'viem'
import { enumNumber, type Purpose, purposes } from '../enums.ts'
import { BaseError } from '../../protocol/errors.ts'
import { finishKeys } from '../../protocol/keyGeneration.ts'
import {
  createPackage,
  isAlone,
  type Random,
} from '../../protocol/keyPackage.ts'
import { createShares, receiveShares } from '../../protocol/keyShares.ts'
import { checkShare } from '../../protocol/release.ts'
import type { RoundContext } from '../roundContext.ts'
import type { SendToRound } from '../sendToRound.ts'
import { numberOf, type Situation, type Step } from './nextStep.ts'
import { type Received, type TrusteeFile, withAttempt } from './trusteeFile.ts'
import type { CompleteMessages } from './trusteeView.ts'

export type TrusteeWork = {
  context: RoundContext
  store: SecretStore
  send: SendToRound
  random: Random
}

export type SecretStore = {
  read(): TrusteeFile
  /** Kept for good when it answers. */
  save(file: TrusteeFile): Promise<void>
}

export type Act = Exclude<Step, { kind: 'wait' | 'done' }>

export async function takeStep(
  work: TrusteeWork,
  situation: Situation,
  step: Act,
): Promise<void> {
  switch (step.kind) {
    case 'makePackage':
      return makePackage(work, situation)
    case 'publishPackage':
      return publishPackage(work, situation)
    case 'publishShares':
      return publishShares(work, situation)
    case 'checkShares':
      return checkShares(work, situation)
    case 'disputeShare':
      return disputeShare(work, situation, step.accused)
    case 'confirmKeys':
      return confirmKeys(work, situation)
    case 'storeDrawBlock':
      await work.send({ functionName: 'storeDrawBlock', args: [] })
      return
    case 'releaseShare':
      return releaseShare(work, situation, step.purpose)
  }
}

/** Nothing is sent: the next look at file and chain finds a package to send. */
async function makePackage(
  { context, random, store }: TrusteeWork,
  situation: Situation,
): Promise<void> {
  const { attempt } = situation.view.generation
  const { state } = createPackage(attempt, numberOf(situation), random)
  await store.save(withAttempt(store.read(), context, { state }))
}

async function publishPackage(
  { send }: TrusteeWork,
  situation: Situation,
): Promise<void> {
  const { attempt, state } = known(situation)
  const args = [attempt.number, state.package] as const
  await send({ functionName: 'publishPackage', args })
}

async function publishShares(
  { send }: TrusteeWork,
  situation: Situation,
): Promise<void> {
  const { attempt, state, packages } = known(situation)
  const message = await createShares(attempt, state, packages)
  const args = [attempt.number, bytesToHex(message)] as const
  await send({ functionName: 'publishShares', args })
}

async function checkShares(
  { context, store }: TrusteeWork,
  situation: Situation,
): Promise<void> {
  const { complete, kept } = known(situation)
  if (!complete) throw new MessagesMissingError()
  const received = await receive(situation, complete)
  await store.save(withAttempt(store.read(), context, { ...kept, received }))
}

async function receive(
  situation: Situation,
  { digest: messages, packages, shares }: CompleteMessages,
): Promise<Received> {
  const { attempt, state } = known(situation)
  const { accused, received } = isAlone(attempt)
    ? { accused: [], received: [] }
    : await receiveShares(attempt, state, packages, shares)
  if (accused.length > 0)
    return { messages, accused: accused.map(({ trustee }) => trustee) }
  const own = finishKeys(attempt, state, packages, received)
  return {
    messages,
    ballotShare: toHex(own.ballotShare, { size: 32 }),
    lotteryShare: toHex(own.lotteryShare, { size: 32 }),
  }
}

async function disputeShare(
  { send }: TrusteeWork,
  situation: Situation,
  accused: number,
): Promise<void> {
  const { attempt, state } = known(situation)
  const secret = hexToBigInt(state.transportSecret)
  await send({
    functionName: 'disputeShare',
    args: [attempt.number, BigInt(accused), secret, state.package],
  })
}

async function confirmKeys(
  { send }: TrusteeWork,
  situation: Situation,
): Promise<void> {
  const { attempt, complete } = known(situation)
  if (!complete) throw new MessagesMissingError()
  const { transcript } = situation.view.generation
  const args = [attempt.number, transcript, complete.keys] as const
  await send({ functionName: 'confirmKeys', args })
}

/** The contract would refuse a wrong share, but everyone would have seen it. */
async function releaseShare(
  { send }: TrusteeWork,
  situation: Situation,
  purpose: Purpose,
): Promise<void> {
  const { keys } = situation.view
  const trustee = numberOf(situation)
  const { received } = known(situation).kept
  if (!received || 'accused' in received) throw new SecretsMissingError()
  const name = purpose === 'ballot' ? 'ballotShare' : 'lotteryShare'
  const share = hexToBigInt(received[name])
  const point = keys?.[`${name}s`][trustee - 1]
  if (!point || !checkShare(share, point))
    throw new ShareUnfitError({ purpose, trustee })
  const args = [enumNumber(purposes, purpose), BigInt(trustee), share] as const
  await send({ functionName: 'releaseShare', args })
}

function known({ kept, view }: Situation) {
  if (!kept) throw new SecretsMissingError()
  const { attempt, complete, packages } = view.generation
  const present = packages.map((message) => message ?? new Uint8Array())
  return { attempt, complete, kept, state: kept.state, packages: present }
}

export class ShareUnfitError extends BaseError {
  override name = 'ShareUnfitError'

  constructor({ purpose, trustee }: { purpose: Purpose; trustee: number }) {
    super(
      `The ${purpose} share in the file is not that of trustee ${trustee} here.`,
      { metaMessages: ['Expected the file that made the keys of this round.'] },
    )
  }
}

export class MessagesMissingError extends BaseError {
  override name = 'MessagesMissingError'

  constructor() {
    super('Not all messages of the trustees are there.', {
      metaMessages: ['Expected every package and every shares message.'],
    })
  }
}

export class SecretsMissingError extends BaseError {
  override name = 'SecretsMissingError'

  constructor() {
    super('The file holds no secrets of this attempt.', {
      metaMessages: ['Expected the file that made the package.'],
    })
  }
}

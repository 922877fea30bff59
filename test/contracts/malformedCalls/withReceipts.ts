/** Receipts that cannot be held against their relayer. */
import type { Hex } from 'viem'
import type { Receipt } from '../../../protocol/receipt/receipt.ts'
import { stranger } from '../support/accounts.ts'
import {
  challenge,
  makeReceipt,
  otherRelayer,
  receiptsId,
  relayer,
} from '../support/receipts.ts'
import { anything } from '../support/refusal.ts'
import type { Played } from '../support/moments.ts'
import { type MalformedCall, refused } from './MalformedCall.ts'

const nobody = `0x${'00'.repeat(20)}` as const
/** Anybody at all: what another message recovers to. */
const notSigned = [relayer.address, anything]

/** Reviewer 1 cast version 2, the others nothing. */
export const withReceipts: readonly MalformedCall[] = [
  receipt(
    'of an address that is no round',
    { round: stranger().address },
    'Receipts_NotARound',
    [stranger().address],
  ),
  receipt('of nobody', { round: nobody }, 'Receipts_NotARound', [nobody]),
  refused(
    'of the factory as round',
    async (stage) =>
      challenge(stage, await makeReceipt(stage, { round: factoryOf(stage) })),
    'Receipts_NotARound',
    (stage) => [factoryOf(stage)],
  ),
  refused(
    'of a time that has not passed',
    async (stage) => {
      const { close } = stage.rules.times
      return challenge(stage, await makeReceipt(stage, { includeBy: close }))
    },
    'Receipts_NotDue',
    ({ rules }) => [rules.times.close, anything],
  ),
  receipt(
    'of the version that is recorded',
    { reviewer: 1, version: 2 },
    'Receipts_PromiseKept',
    ({ id }) => [id.round, 1, 2],
  ),
  receipt(
    'of a version that was replaced',
    { reviewer: 1, version: 1 },
    'Receipts_BallotReplaced',
    ({ id }) => [id.round, 1, 1, 2],
  ),
  receipt(
    'of version 0',
    { reviewer: 2, version: 0 },
    'Receipts_PromiseKept',
    ({ id }) => [id.round, 2, 0],
  ),
  changed('of another reviewer', { reviewer: 4 }),
  changed('of another version', { version: 2 }),
  changed('of another ballot', { ballot: `0x${'bb'.repeat(32)}` }),
  changed('of another time', { includeBy: 1 }),
  refused(
    'of another relayer',
    async (stage) => {
      const signed = await makeReceipt(stage, {}, { signer: otherRelayer })
      return challenge(stage, { ...signed, relayer: relayer.address })
    },
    'Receipts_NotSigned',
    [relayer.address, otherRelayer.address],
  ),
  refused(
    'of another chain',
    async (stage) => {
      const at = { ...receiptsId(stage), chainId: 1 }
      return challenge(stage, await makeReceipt(stage, {}, { at }))
    },
    'Receipts_NotSigned',
    notSigned,
  ),
  refused(
    'of another contract',
    async (stage) => {
      const at = { ...receiptsId(stage), receipts: stage.id.round }
      return challenge(stage, await makeReceipt(stage, {}, { at }))
    },
    'Receipts_NotSigned',
    notSigned,
  ),
  signature('without a signature', () => '0x'),
  signature('with a signature cut short', (whole) => cut(whole, 64)),
  signature('with a byte too many', (whole) => `${whole}00`),
  signature('with a v of 0', (whole) => `${cut(whole, 64)}00`),
  refused(
    'a second time',
    async (stage) => {
      const signed = await makeReceipt(stage)
      await challenge(stage, signed)
      return challenge(stage, signed)
    },
    'Receipts_AlreadyRecorded',
    ({ id }) => [relayer.address, id.round, 3, 1],
  ),
  refused(
    'a relayer’s address of 257 bytes',
    ({ deployment }) => deployment.receipts.register('a'.repeat(257)),
    'Receipts_UrlLength',
    [257, 256],
  ),
]

/** The round was cancelled. */
export const withReceiptsOfNothing: readonly MalformedCall[] = [
  receipt('of a cancelled round', {}, 'Receipts_RoundCancelled', ({ id }) => [
    id.round,
  ]),
]

/** A receipt that its relayer did sign. */
function receipt(
  name: string,
  change: Partial<Receipt>,
  error: string,
  values: MalformedCall['values'],
): MalformedCall {
  const call = async (stage: Played) =>
    challenge(stage, await makeReceipt(stage, change))
  return refused(`a receipt ${name}`, call, error, values)
}

/** A field that was changed after the signature. */
function changed(name: string, change: Partial<Receipt>): MalformedCall {
  const call = async (stage: Played) => {
    const signed = await makeReceipt(stage)
    const receipt = { ...signed.receipt, ...change }
    return challenge(stage, { ...signed, receipt })
  }
  return refused(`a receipt ${name}`, call, 'Receipts_NotSigned', notSigned)
}

function signature(name: string, change: (whole: Hex) => Hex): MalformedCall {
  const call = async (stage: Played) => {
    const signed = await makeReceipt(stage)
    const signature = change(signed.signature)
    return challenge(stage, { ...signed, signature })
  }
  const values = [relayer.address, nobody]
  return refused(`a receipt ${name}`, call, 'Receipts_NotSigned', values)
}

function cut(whole: Hex, length: number): Hex {
  return whole.slice(0, 2 + 2 * length) as Hex
}

function factoryOf({ deployment }: Played): Hex {
  return deployment.factory.target as Hex
}

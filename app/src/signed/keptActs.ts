/** What keys of this device have signed: kept from the signature on, so that nothing is signed twice. */
import * as v from 'valibot'
import { type Address, type Hash, isHash, isHex, type Hex } from 'viem'
import { mediaTypes } from '../../../protocol/mediaType.ts'
import type { SignedAct } from '../../../protocol/signedAct.ts'
import {
  changeKeptValue,
  type KeptPlace,
  useKeptValue,
} from '../config/keptValue.ts'
import { heldKeySchema } from '../keys/heldKeys.ts'

const hash = v.custom<Hash>(
  (value) => typeof value === 'string' && isHash(value),
)
const hex = v.custom<Hex>((value) => isHex(value))
const whole = v.pipe(v.number(), v.safeInteger())

const contents = v.variant('type', [
  v.object({
    type: v.literal('Proposal'),
    message: v.object({
      version: whole,
      digest: hash,
      category: whole,
      /** Digits: it may be larger than a number of JSON. */
      ask: v.string(),
    }),
  }),
  v.object({
    type: v.literal('Withdrawal'),
    message: v.object({ version: whole }),
  }),
  v.object({
    type: v.literal('Objection'),
    message: v.object({ digest: hash }),
    reviewer: v.optional(whole),
  }),
])

const attachment = v.object({
  digest: hash,
  type: v.picklist(mediaTypes),
  name: v.string(),
})

const schema = v.array(
  v.object({
    key: heldKeySchema,
    contents,
    signature: hex,
    /** Of the document that it names; none with a withdrawal. */
    document: v.nullable(v.string()),
    attachments: v.array(attachment),
    /** Unix seconds. */
    signedAt: v.number(),
    /** Where and as what a relayer took it. */
    taken: v.nullable(v.object({ relayer: v.string(), id: hash })),
    /** Document and attachments are at a relayer. */
    isBrought: v.boolean(),
  }),
)

export type KeptAct = v.InferOutput<typeof schema>[number]
export type KeptAttachment = KeptAct['attachments'][number]

const place: KeptPlace<typeof schema> = {
  name: 'dure.signedActs',
  schema,
  empty: [],
}

export function keepAct(act: KeptAct): void {
  changeKeptValue(place, (acts) => [
    act,
    ...acts.filter((one) => !isSame(one, act)),
  ])
}

export function forgetAct(act: KeptAct): void {
  changeKeptValue(place, (acts) => acts.filter((one) => !isSame(one, act)))
}

/** The latest first. */
export function useKeptActs(chainId: number, round: Address): KeptAct[] {
  const [acts] = useKeptValue(place)
  return acts.filter(
    ({ key }) =>
      key.chainId === chainId &&
      key.round.toLowerCase() === round.toLowerCase(),
  )
}

export function toSignedAct({ contents, key, signature }: KeptAct): SignedAct {
  const id = { chainId: BigInt(key.chainId), round: key.round }
  const by = { key: key.key, signature }
  if (contents.type !== 'Proposal') return { ...id, ...contents, ...by }
  const { ask, ...message } = contents.message
  const whole = { ...message, ask: BigInt(ask) }
  return { ...id, type: 'Proposal', message: whole, ...by }
}

export function isSame(one: KeptAct, other: KeptAct): boolean {
  return one.signature === other.signature
}

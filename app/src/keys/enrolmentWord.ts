/** The registrar's signed word that a key is enrolled: checked once, then kept. */
import * as v from 'valibot'
import { type Address, type Hash, type Hex, isHex } from 'viem'
import type { ReadClient } from '../../../chain/clients.ts'
import { keep, readKept } from '../config/kept.ts'
import { type HeldKey, isOfSeat, type Seat } from './heldKeys.ts'

const hex = v.custom<Hex>((value) => isHex(value))

const wordSchema = v.object({
  chainId: v.number(),
  round: hex,
  reviewer: v.number(),
  key: hex,
  registrar: hex,
  root: hex,
  count: v.number(),
  proof: v.array(hex),
  signature: hex,
})

export type EnrolmentWord = v.InferOutput<typeof wordSchema>

/** What a relayer answers of a seat. */
export type ToldEnrolment = {
  key: string
  root: string | null
  count: number | null
  proof: string[] | null
  signature: string | null
}

const name = 'dure.words'

export function readWord(seat: Seat): EnrolmentWord | undefined {
  return readAll().find((word) => isOfSeat(word, seat))
}

/** Kept only if the registrar of the round has signed just this key. */
export async function checkWord(
  node: ReadClient,
  { chainId, key, reviewer, round }: HeldKey,
  registrar: Address,
  told: ToldEnrolment,
): Promise<EnrolmentWord | undefined> {
  const { count, proof, root, signature } = told
  if (!count || !proof || !root || !signature) return undefined
  const { isEnrolledKey } = await import('../../../chain/isEnrolledKey.ts')
  const parts = {
    root: root as Hash,
    count,
    proof: proof as Hex[],
    signature: signature as Hex,
  }
  const seat = { reviewer, key }
  const isTrue = await isEnrolledKey(node, { round, registrar, seat, ...parts })
  if (!isTrue) return undefined
  const word = { chainId, round, reviewer, key, registrar, ...parts }
  keep(name, [...readAll().filter((one) => !isOfSeat(one, word)), word])
  return word
}

function readAll(): EnrolmentWord[] {
  return readKept(name, v.array(wordSchema)) ?? []
}

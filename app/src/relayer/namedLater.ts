/**
 * Documents whose digest an act of an official will name. A relayer keeps what
 * nobody names for an hour, and a Safe's owners may take days: so they stay on this
 * device, and are brought again, until a relayer hands them out.
 */
import * as v from 'valibot'
import type { Address, Hash } from 'viem'
import { changeKeptValue, readKeptValue } from '../config/keptValue.ts'
import { restoreDocument } from '../documents/newDocument.ts'
import { bringDocument, isAtRelayer } from './documents.ts'

const schema = v.array(
  v.object({
    round: v.string(),
    text: v.string(),
    /** Unix seconds. */
    since: v.number(),
  }),
)
const place = { name: 'dure.namedLater', schema, empty: [] }

/** Seconds: what is not named by then never will be. */
const longest = 60 * 86_400

type Named = { text: string; digest: Hash; bytes: Uint8Array<ArrayBuffer> }

/** Kept before it is brought: also where no relayer answers now. */
export async function bringToBeNamed(
  relayers: readonly string[],
  round: Address,
  { bytes, digest, text }: Named,
): Promise<void> {
  const since = Math.floor(Date.now() / 1000)
  changeKeptValue(place, (kept) => [
    ...kept.filter((one) => one.text !== text && one.since > since - longest),
    { round, text, since },
  ])
  await bringDocument(relayers, round, { digest, bytes })
}

/** Answers how many are still not handed out. */
export async function bringAgain(
  relayers: readonly string[],
  round: Address,
): Promise<number> {
  const isOfRound = (one: { round: string }) =>
    one.round.toLowerCase() === round.toLowerCase()
  for (const { text } of readKeptValue(place).filter(isOfRound)) {
    const { bytes, digest } = restoreDocument(text)
    const isOut = await isAtRelayer(relayers, digest)
    if (isOut)
      changeKeptValue(place, (kept) => kept.filter((one) => one.text !== text))
    // One that no relayer takes is no reason to leave out the others.
    else
      await bringDocument(relayers, round, { bytes, digest }).catch(
        () => undefined,
      )
  }
  return readKeptValue(place).filter(isOfRound).length
}

/** The node and relayers that a reader chose in place of the configured ones. */
import * as v from 'valibot'
import { keep, readKept } from './kept.ts'

const url = v.pipe(v.string(), v.url())
const placeSchema = v.object({
  node: v.optional(url),
  relayers: v.optional(v.array(url)),
})

export type Place = v.InferOutput<typeof placeSchema>

const name = 'dure.place'

export function readPlace(): Place {
  return readKept(name, placeSchema) ?? {}
}

/** Takes effect when the page is loaded again. */
export function keepPlace(place: Place): void {
  keep(name, place)
}

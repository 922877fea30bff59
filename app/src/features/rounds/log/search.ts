/** Which acts of the log are shown: it stands in the address. */
import * as v from 'valibot'
import { actKinds } from './kinds.ts'

export const logSearchSchema = v.object({
  kind: v.fallback(v.optional(v.picklist(actKinds)), undefined),
  page: v.fallback(
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    undefined,
  ),
})

export type LogSearch = v.InferOutput<typeof logSearchSchema>

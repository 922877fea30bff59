/** Shapes that several routes share. Each becomes JSON Schema as it stands. */
import { resolver, validator } from 'hono-openapi'
import * as v from 'valibot'
import { RequestInvalidError } from './errors.ts'
import { errorSchema } from './toAnswer.ts'

export const addressSchema = v.pipe(
  v.string(),
  v.regex(/^0x[0-9a-fA-F]{40}$/, 'an address was expected'),
)

export const hashSchema = v.pipe(v.string(), v.regex(/^0x[0-9a-f]{64}$/))

export const bytesSchema = v.pipe(
  v.string(),
  v.regex(/^0x([0-9a-fA-F]{2})+$/, 'bytes were expected'),
)

export const numberSchema = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,8}$/, 'a number from 1 on was expected'),
)

export const roundParam = v.object({ round: addressSchema })

/** What it names is looked at by `parseCid`. */
export const cidParam = v.object({ cid: v.pipe(v.string(), v.maxLength(200)) })

/** A validator that throws what is wrong, so that all errors look the same. */
export function check<
  const schema extends v.GenericSchema,
  const target extends 'param' | 'json' | 'query',
>(target: target, schema: schema) {
  return validator(target, schema, (result) => {
    if (result.success) return
    const [issue] = result.error
    const path = (issue?.path ?? [])
      .map((part) => (typeof part === 'object' ? part.key : part))
      .map(String)
    const reason = [...path, issue?.message ?? ''].join(': ')
    throw new RequestInvalidError({ reason })
  })
}

/** For the OpenAPI document. */
export function answers(description: string, schema: v.GenericSchema) {
  const content = { 'application/json': { schema: resolver(schema) } }
  return { description, content }
}

export const refusals = {
  400: answers('The request is not as it should be.', errorSchema),
  404: answers('There is no such thing here.', errorSchema),
  429: answers('Too many requests.', errorSchema),
  503: answers('The chain cannot be read, or it takes too long.', errorSchema),
} as const

export const officialRefusals = {
  ...refusals,
  401: answers('Nobody is signed in.', errorSchema),
  403: answers('Another role of the round may do this.', errorSchema),
} as const

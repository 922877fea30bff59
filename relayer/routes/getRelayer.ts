/** `GET /relayer`: who this relayer is, and what stands about it on the chain. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { getRelayerRecord } from '../../chain/getRelayerRecord.ts'
import { readPurse } from '../health/readPurse.ts'
import type { Env } from '../http/limits.ts'
import { addressSchema, answers, refusals } from '../http/schemas.ts'
import type { Services } from '../services.ts'

const answer = v.object({
  relayer: addressSchema,
  chainId: v.number(),
  /** The contract that keeps its record. */
  receipts: addressSchema,
  /** As registered there; empty if it never was. */
  url: v.string(),
  /** Promises that were proved not to be kept. */
  brokenPromises: v.number(),
  purse: v.object({
    /** In wei. */
    balance: v.string(),
    /** For how many ballots it pays at the fees of now. */
    ballots: v.number(),
    /** Of one, in the last pages of this relayer. */
    gasPerBallot: v.number(),
  }),
})

const description = describeRoute({
  summary: 'Who this relayer is, and its record',
  responses: { ...refusals, 200: answers('As of the latest block.', answer) },
})

export function getRelayer(services: Services) {
  const { account, config, node } = services
  return new Hono<Env>().get('/relayer', description, async (context) => {
    const { receipts } = config
    const relayer = account.address
    const [record, purse] = await Promise.all([
      getRelayerRecord(node.reader, { receipts, relayer }),
      readPurse(services),
    ])
    const { chainId } = node
    return context.json({ relayer, chainId, receipts, ...record, purse }, 200)
  })
}

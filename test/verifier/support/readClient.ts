/** A viem client on the tests' chain, and one with anything in between. */
import { createClient, custom } from 'viem'
import type { ReadClient } from '../../../chain/clients.ts'
import { connection } from '../../contracts/support/chain.ts'

export type NodeRequest = { method: string; params?: unknown }

/** Answers a request, mostly by asking the node that comes after it. */
export type Middle = (
  request: NodeRequest,
  next: (request: NodeRequest) => Promise<unknown>,
) => Promise<unknown>

export function createReader(middle: Middle = passOn): ReadClient {
  const request = (asked: NodeRequest) => middle(asked, askNode)
  const transport = custom({ request }, { retryCount: 0 })
  return createClient({ transport, cacheTime: 0 })
}

const passOn: Middle = (request, next) => next(request)

function askNode({ method, params }: NodeRequest): Promise<unknown> {
  return connection.provider.request({ method, params: params as unknown[] })
}

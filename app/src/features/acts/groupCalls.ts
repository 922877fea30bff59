/** Calls in groups that one transaction has room for: a Safe executes a file as one. */
import { type Address, hexToBigInt } from 'viem'
import type { ReadClient } from '../../../../chain/clients.ts'
import { transactionGasCap } from '../../../../chain/transactionGasCap.ts'
import { type Call, callData } from './call.ts'

/** Gas; the rest is for the Safe's own work. */
const room = (transactionGasCap * 9n) / 10n

/**
 * In their order. A call of which the node cannot tell what it takes, since another
 * comes before it, takes as much as the dearest one, or all of the room.
 */
export async function groupCalls(
  node: ReadClient,
  safe: Address,
  calls: readonly Call[],
): Promise<Call[][]> {
  if (calls.length < 2) return calls.length === 0 ? [] : [[...calls]]
  const known = await Promise.all(
    calls.map((call) => estimate(node, safe, call)),
  )
  const dearest = known.reduce<bigint>(
    (most, gas) => (gas !== undefined && gas > most ? gas : most),
    0n,
  )
  const groups: Call[][] = []
  let left = 0n
  for (const [index, call] of calls.entries()) {
    const gas = known[index] ?? (dearest === 0n ? room : dearest)
    const group = groups.at(-1)
    if (group && gas <= left) group.push(call)
    else {
      groups.push([call])
      left = room
    }
    left -= gas
  }
  return groups
}

async function estimate(
  node: ReadClient,
  from: Address,
  call: Call,
): Promise<bigint | undefined> {
  const asked = { from, to: call.address, data: callData(call) }
  const method = 'eth_estimateGas'
  try {
    return hexToBigInt(await node.request({ method, params: [asked] }))
  } catch {
    return undefined
  }
}

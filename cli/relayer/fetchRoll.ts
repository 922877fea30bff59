/** The roll that follows from the keys a relayer enrolled. */
import type { Address } from 'viem'
import { askRelayer, type RelayerConnection } from './connectRelayer.ts'

/** As a table, which `dure roll` reads like a file. */
export async function fetchRollTable(
  relayer: RelayerConnection,
  round: Address,
): Promise<Uint8Array> {
  const route = relayer.client.rounds[':round']['roll.csv']
  const answer = await askRelayer(relayer, route.$get({ param: { round } }))
  return new Uint8Array(await answer.arrayBuffer())
}

/** Where the roll on the chain is another. */
export async function fetchRollDifferences(
  relayer: RelayerConnection,
  round: Address,
) {
  const route = relayer.client.rounds[':round']['roll-differences']
  const answer = await askRelayer(relayer, route.$get({ param: { round } }))
  return answer.json()
}

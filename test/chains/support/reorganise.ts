/** Replaces the latest blocks of a node by others without transactions. */
import type { StartedNode } from './startNode.ts'

/** Call it before the blocks that are to go; its answer makes them go. */
export async function prepareReorganisation({
  kind,
  client,
}: StartedNode): Promise<() => Promise<void>> {
  const base = await client.getBlockNumber()
  const id = kind === 'hardhat' ? await client.snapshot() : undefined
  return async () => {
    const depth = Number((await client.getBlockNumber()) - base)
    if (id === undefined) await reorganiseAnvil(client, depth)
    else {
      await client.revert({ id })
      await client.mine({ blocks: depth })
    }
  }
}

async function reorganiseAnvil(
  client: StartedNode['client'],
  depth: number,
): Promise<void> {
  await client.request({ method: 'anvil_reorg', params: [depth, []] } as never)
}

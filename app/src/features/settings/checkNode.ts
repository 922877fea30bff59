/** Whether a node answers, and for the chain of this page. */
import { getChainId } from 'viem/actions'
import { nodeClient } from '../../queries/useNode.ts'

export type NodeProblem = 'noUrl' | 'silent' | 'otherChain'

export async function checkNode(
  url: string,
  chainId: number,
): Promise<NodeProblem | undefined> {
  if (!isWebAddress(url)) return 'noUrl'
  try {
    const found = await getChainId(nodeClient(url))
    return found === chainId ? undefined : 'otherChain'
  } catch {
    return 'silent'
  }
}

export function isWebAddress(text: string): boolean {
  try {
    return ['https:', 'http:'].includes(new URL(text).protocol)
  } catch {
    return false
  }
}

/** Whether an address is a contract, such as a Safe, which no wallet key stands behind. */
import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import { getCode } from 'viem/actions'
import { useNode } from '../../../queries/useNode.ts'

/** Begins the code of an account that is delegated by EIP-7702: it has a key. */
const delegated = '0xef0100'

/** Undefined until the chain has answered, and where there is no address. */
export function useIsContract(address: Address | undefined) {
  const node = useNode()
  const { data } = useQuery({
    queryKey: ['isContract', node.uid, address],
    queryFn: async () => {
      if (!address) return false
      const code = await getCode(node, { address })
      return code !== undefined && !code.startsWith(delegated)
    },
    enabled: address !== undefined,
    staleTime: 60_000,
  })
  return data
}

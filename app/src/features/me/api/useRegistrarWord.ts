/** The registrar's word for a key of this device: checked and kept once it is there. */
import { useQuery } from '@tanstack/react-query'
import { useConfig } from '../../../config/useConfig.ts'
import { checkWord, readWord } from '../../../keys/enrolmentWord.ts'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'

/** True, false (another key is signed for), or null: nothing signed yet. */
export function useRegistrarWord(key: HeldKey, round: Round | undefined) {
  const node = useNode()
  const { relayers } = useConfig()
  return useQuery({
    queryKey: ['word', node.uid, key.round, key.reviewer, key.key],
    queryFn: async () => {
      const kept = readWord(key)
      if (kept?.key === key.key) return true
      const { fetchEnrolment } = await import('../../../relayer/enrolments.ts')
      const told = await fetchEnrolment(relayers, key.round, key.reviewer)
      if (!told || !round) return null
      if (told.key.toLowerCase() !== key.key.toLowerCase()) return false
      const { registrar } = round.holders
      return (await checkWord(node, key, registrar, told)) ? true : null
    },
    enabled: round !== undefined && key.kind !== 'demo',
    retry: false,
    staleTime: 60_000,
  })
}

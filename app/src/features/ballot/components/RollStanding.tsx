/** Whether the key of this device stands on the roll, and what to do where not. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { isAddressEqual } from 'viem'
import { readRound } from '../../../../../chain/readRound.ts'
import { Notice } from '../../../components/Notice.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import { useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'

/** Without a roll there is nothing to compare with. */
const before: readonly string[] = ['registration', 'screening', 'roll']

export function RollStanding({ heldKey }: { heldKey: HeldKey }) {
  const { phase } = useRound()
  const { contact } = useConfig()
  const isOnRoll = useIsOnRoll(heldKey)
  if (before.includes(phase))
    return (
      <Notice>
        <p>
          <Trans>
            등록했습니다. 명부가 공개되면 이 열쇠가 올랐는지 여기에 나옵니다.
          </Trans>
        </p>
      </Notice>
    )
  if (isOnRoll.data === undefined) return null
  if (isOnRoll.data)
    return (
      <p className="on-roll">
        <span aria-hidden="true">✓</span> <Trans>명부에 올라 있습니다.</Trans>
      </p>
    )
  return (
    <Notice kind="danger" isAlert>
      <p className="strong">
        <Trans>이 기기의 열쇠는 명부에 없습니다.</Trans>
      </p>
      <p>
        <Trans>
          명부의 심사자 {heldKey.reviewer}번 자리에는 다른 열쇠가 있습니다. 다른
          기기에서 등록했다면 <Link to="/me">내 열쇠 찾기</Link>를 해 보세요.
        </Trans>
      </p>
      {contact && (
        <p>
          <Trans>등록한 적이 있는데도 이렇게 나오면 알려 주세요:</Trans>{' '}
          {contact.name} {contact.phone}
        </p>
      )}
    </Notice>
  )
}

export function useIsOnRoll({ key, reviewer, round }: HeldKey) {
  const node = useNode()
  const { phase } = useRound()
  return useQuery({
    queryKey: ['rollKey', node.uid, round, reviewer, key, phase],
    queryFn: async () => {
      const args = [BigInt(reviewer)] as const
      const call = { round, functionName: 'rollKey', args } as const
      return isAddressEqual(await readRound(node, call), key)
    },
    enabled: !before.includes(phase),
    staleTime: Infinity,
  })
}

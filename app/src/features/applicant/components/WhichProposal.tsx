/** Which proposal the signature is for: a new one, or a new version of one that stands. */
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import { proposalsQuery } from '../../../queries/proposals.ts'
import { useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'

export function WhichProposal({ heldKey }: { heldKey: HeldKey }) {
  const { data } = useQuery(proposalsQuery(useNode(), useRound()))
  const standing = data?.find(
    ({ key }) => key.toLowerCase() === heldKey.key.toLowerCase(),
  )
  if (!standing) return null
  const { ordinal } = standing
  const next = standing.version + 1
  return (
    <p className="notice notice--warn">
      <Trans>
        이 열쇠로 낸 접수 {ordinal}번 제안을 이 글로 바꿉니다({next}번째 판).
        자격 확인을 다시 받습니다.
      </Trans>
    </p>
  )
}

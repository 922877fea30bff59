/** Fixes the roster, part by part; interrupted, it goes on where it stands. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import type { GetRosterPlanReturnType } from '../../../../../chain/getRosterPlan.ts'
import { checkRoster } from '../../../../../protocol/checkRules.ts'
import { Notice } from '../../../components/Notice.tsx'
import { useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { roundCall } from '../../acts/call.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import { rosterQuery } from '../api/roster.ts'

export function FixRoster({ plan }: { plan: GetRosterPlanReturnType }) {
  const { t } = useLingui()
  const node = useNode()
  const queries = useQueryClient()
  const round = useRound()
  const { accepted, onRoster, parts, pending } = plan
  const isPossible =
    onRoster > 0 || checkRoster(round.rules, accepted.length).length === 0
  async function makeCalls() {
    const query = rosterQuery(node, round)
    const latest = await queries.query({ ...query, staleTime: 0 })
    return latest.parts.map((keys) =>
      roundCall(round.round, 'extendRoster', [keys]),
    )
  }
  return (
    <>
      {onRoster > 0 && (
        <Notice>
          <p>
            <Trans>
              {accepted.length}개 중 {onRoster}개까지 번호를 받았습니다. 이어서
              하세요.
            </Trans>
          </p>
        </Notice>
      )}
      {pending > 0 && (
        <Notice kind="warn">
          <p>
            <Plural
              value={pending}
              other="아직 확인하지 않은 제안 #개는 명단에서 빠집니다."
            />
          </p>
        </Notice>
      )}
      <p>
        <Trans>
          확정하면 자격 확인이 끝나고, 아무도 명단에 제안을 넣거나 뺄 수
          없습니다. 제안은 처음 낸 차례대로 번호를 받습니다.
        </Trans>
      </p>
      <ActForm
        name={t`심사할 제안 명단 확정`}
        label={<Trans>명단 확정하기</Trans>}
        holder={round.holders.admin}
        calls={makeCalls}
        line={
          <p>
            <Trans>
              심사할 제안 명단이 확정되었습니다: 제안 {accepted.length}개
            </Trans>
            {parts.length > 1 && (
              <>
                {' '}
                <Trans>({parts.length}번에 나누어 보냅니다)</Trans>
              </>
            )}
          </p>
        }
        isReady={isPossible}
        missing={
          <Trans>
            적격인 제안이 {accepted.length}개뿐이라 이 회차의 규칙으로는 심사할
            수 없습니다. 적격인 제안이 더 있어야 합니다.
          </Trans>
        }
      />
    </>
  )
}

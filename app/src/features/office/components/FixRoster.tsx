/** Numbers the accepted proposals for good, part by part, where the roster stands. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { toRosterParts } from '../../../../../chain/extendRoster.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { proposalsQuery } from '../../../queries/proposals.ts'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { roundCall } from '../../acts/call.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'

export function FixRoster({ round }: { round: Round }) {
  const { t } = useLingui()
  const { number } = useFormats()
  const { data } = useQuery(proposalsQuery(useNode(), round))
  if (!data) return null
  const accepted = data.filter(
    (one) => one.decision === 'accepted' || one.number > 0,
  )
  const pending = data.filter(({ decision }) => decision === 'pending').length
  const left = accepted.slice(round.roster.onRoster).map(({ key }) => key)
  const count = number(accepted.length)
  return (
    <section className="stack" aria-labelledby="roster">
      <h2 id="roster">
        <Trans>제안에 번호 매기기</Trans>
      </h2>
      <p>
        <Trans>
          자격 확인이 끝났으면 적격 제안 {count}개에 번호를 매깁니다. 그 뒤에는
          제안을 더하거나 뺄 수 없습니다.
        </Trans>
      </p>
      {pending > 0 && (
        <p className="notice notice--warn">
          <Trans>아직 정하지 않은 제안 {number(pending)}개는 빠집니다.</Trans>
        </p>
      )}
      <ActForm
        name={t`제안 번호 매기기`}
        label={<Trans>제안 {count}개에 번호 매기기</Trans>}
        line={<Trans>관리자가 제안 {count}개에 번호를 매겼습니다.</Trans>}
        holder={round.holders.admin}
        calls={() =>
          toRosterParts(left).map((keys) =>
            roundCall(round.round, 'extendRoster', [keys]),
          )
        }
        isReady={left.length > 0}
        missing={<Trans>적격 제안이 없습니다.</Trans>}
      />
    </section>
  )
}

/** Before the ranking: when results come, and how many took part. No score of any kind. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Notice } from '../../../components/Notice.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useRound } from '../../../queries/round.ts'
import { Turnout } from './Turnout.tsx'

export function NotRanked() {
  const { reviewers, round } = useRound()
  return (
    <>
      <When />
      {reviewers > 0 && <Turnout isRanked={false} />}
      <p>
        <Link to="/r/$round/p" params={{ round }} className="button">
          <Trans>제안 보기</Trans>
        </Link>
      </p>
    </>
  )
}

/** After the ranking its log may not have come yet: then this is shown, too. */
function When() {
  const { phase, rules } = useRound()
  const { moment } = useFormats()
  const close = moment(rules.times.close)
  const openUntil = moment(rules.times.openUntil)
  switch (phase) {
    case 'cancelled':
      return (
        <Notice kind="warn">
          <p className="strong">
            <Trans>이 회차는 취소되어 결과가 없습니다.</Trans>
          </p>
        </Notice>
      )
    case 'lapsed':
      return (
        <Notice kind="warn">
          <p className="strong">
            <Trans>
              준비가 기한 안에 끝나지 않아 심사를 하지 못했습니다. 결과가
              없습니다.
            </Trans>
          </p>
        </Notice>
      )
    case 'failed':
      return (
        <Notice kind="warn">
          <p className="strong">
            <Trans>
              열쇠지기의 열쇠가 모이지 않아 개표하지 못했습니다. 결과가
              없습니다.
            </Trans>
          </p>
        </Notice>
      )
    case 'opening':
    case 'ranking':
      return (
        <Notice>
          <p className="strong">
            <Trans>개표하고 있습니다. 결과는 아직 없습니다.</Trans>
          </p>
          <p>
            <Trans>
              개표는 {openUntil}까지이고, 그 뒤에 순위가 나옵니다. 그 전에는
              어떤 점수도 보여 드리지 않습니다.
            </Trans>
          </p>
        </Notice>
      )
    case 'registration':
    case 'screening':
    case 'roll':
    case 'draw':
    case 'review':
    case 'objections':
    case 'answers':
    case 'confirmation':
    case 'confirmed':
      return (
        <Notice>
          <p className="strong">
            <Trans>결과는 아직 없습니다.</Trans>
          </p>
          <p>
            <Trans>
              심사는 {close}에 끝나고, 개표는 {openUntil}까지입니다. 그 뒤에
              순위가 나옵니다. 그 전에는 아무도 점수를 볼 수 없습니다.
            </Trans>
          </p>
        </Notice>
      )
  }
}

/** After the close: what can be looked at, and when there is a result. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Notice } from '../../../components/Notice.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Round } from '../../../queries/round.ts'

export function Closed({ round }: { round: Round }) {
  const { moment } = useFormats()
  const { close, openUntil } = round.rules.times
  return (
    <Notice>
      <p className="strong">
        <Trans>심사가 끝났습니다</Trans> ({moment(close)})
      </p>
      {round.phase === 'opening' && (
        <p>
          <Trans>결과는 {moment(openUntil)} 뒤에 나옵니다.</Trans>
        </p>
      )}
      <p>
        <Link
          className="back"
          to="/r/$round/check"
          params={{ round: round.round }}
        >
          <Trans>내 심사표가 세어졌는지 확인하기</Trans>
        </Link>
      </p>
    </Notice>
  )
}

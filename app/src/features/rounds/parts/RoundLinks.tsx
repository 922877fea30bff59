/** Where to go from a round's page. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Address } from 'viem'

export function RoundLinks({ round }: { round: Address }) {
  const params = { round }
  return (
    <ul className="links no-print">
      <li>
        <Link to="/r/$round/p" params={params}>
          <Trans>제안 목록</Trans>
        </Link>
      </li>
      <li>
        <Link to="/r/$round/rules" params={params}>
          <Trans>규칙</Trans>
        </Link>
      </li>
      <li>
        <Link to="/r/$round/roles" params={params}>
          <Trans>담당, 그리고 막지 못하는 것</Trans>
        </Link>
      </li>
      <li>
        <Link to="/r/$round/log" params={params}>
          <Trans>공개 장부의 기록</Trans>
        </Link>
      </li>
      <li>
        <Link to="/r/$round/results" params={params}>
          <Trans>결과</Trans>
        </Link>
      </li>
      <li>
        <Link to="/r/$round/objections" params={params}>
          <Trans>이의 신청</Trans>
        </Link>
      </li>
      <li>
        <Link to="/r/$round/check" params={params}>
          <Trans>내 심사표 확인</Trans>
        </Link>
      </li>
      <li>
        <Link to="/r/$round/recount" params={params}>
          <Trans>다시 세어 보기</Trans>
        </Link>
      </li>
      <li>
        <Link to="/r/$round/office" params={params}>
          <Trans>담당 업무</Trans>
        </Link>
      </li>
    </ul>
  )
}

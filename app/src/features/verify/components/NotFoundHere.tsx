/** Nothing of that name is recorded: the three reasons, and what to do. */
import { Trans } from '@lingui/react/macro'
import { Notice } from '../../../components/Notice.tsx'
import type { Asked } from '../api/asked.ts'

export function NotFoundHere({ asked }: { asked: Asked }) {
  return (
    <Notice kind="warn">
      <h2>
        <Trans>찾지 못했습니다</Trans>
      </h2>
      <p>
        {asked.kind === 'reviewer' ? (
          <Trans>이 심사자의 심사표가 이 회차에 없습니다.</Trans>
        ) : (
          <Trans>이 심사표가 이 회차의 공개 장부에 없습니다.</Trans>
        )}{' '}
        <Trans>까닭은 셋 중 하나입니다.</Trans>
      </p>
      <ul>
        <li>
          <Trans>다른 회차에 보낸 심사표입니다. 회차의 이름을 보세요.</Trans>
        </li>
        <li>
          <Trans>번호를 옮겨 적다가 틀렸습니다. 한 글자씩 다시 보세요.</Trans>
        </li>
        <li>
          <Trans>
            아직 기록되지 않았습니다. 접수증에 적힌 시각까지 기다렸다가 다시
            확인하세요.
          </Trans>
        </li>
      </ul>
    </Notice>
  )
}

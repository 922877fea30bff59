/** What the ledger will say of the decision. */
import { Plural, Trans } from '@lingui/react/macro'
import type { DraftDeparture } from '../api/draft.ts'

export type ConfirmLineProps = {
  departures: readonly DraftDeparture[]
  unanswered: number
}

export function ConfirmLine({ departures, unanswered }: ConfirmLineProps) {
  return (
    <>
      <p>
        {departures.length === 0 ? (
          <Trans>위원회가 순위대로 확정했습니다.</Trans>
        ) : (
          <Plural
            value={departures.length}
            other="위원회가 #곳을 바꾸어 확정했습니다."
          />
        )}{' '}
        <Plural value={unanswered} other="답하지 않은 이의 #건." />
      </p>
      <ul>
        {departures.map(({ added, reason, removed }) => (
          <li key={removed}>
            {added > 0 ? (
              <Trans>
                {removed}번 제안 대신 {added}번 제안을 선정
              </Trans>
            ) : (
              <Trans>{removed}번 제안을 선정하지 않음</Trans>
            )}
            : {reason}
          </li>
        ))}
      </ul>
    </>
  )
}

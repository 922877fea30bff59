/** How a proposal came out, in a word, and why where it needs telling. */
import { Plural, Trans } from '@lingui/react/macro'
import type { Rules } from '../../../../../protocol/rules.ts'
import type { Row } from '../api/rankRows.ts'

export function StateName({ rules, row }: { rules: Rules; row: Row }) {
  return (
    <>
      <Word row={row} />
      <Why row={row} rules={rules} />
    </>
  )
}

function Word({ row: { state } }: { row: Row }) {
  switch (state) {
    case undefined:
      return <span className="quiet">…</span>
    case 'recommended':
      return (
        <span className="state state--good">
          <Trans>추천</Trans>
        </span>
      )
    case 'selected':
      return (
        <span className="state state--good">
          <Trans>선정</Trans>
        </span>
      )
    case 'reserve':
      return (
        <span className="state">
          <Trans>예비</Trans>
        </span>
      )
    case 'withdrawn':
      return (
        <span className="state">
          <Trans>철회됨</Trans>
        </span>
      )
    case 'removed':
    case 'fewReviews':
      return (
        <span className="state">
          <Trans>미선정</Trans>
        </span>
      )
  }
}

function Why({ rules, row }: { rules: Rules; row: Row }) {
  const { isAdded, isSkipped, isTied, state } = row
  return (
    <>
      {isSkipped && (
        <span className="why">
          <Trans>남은 금액보다 커서 건너뜀</Trans>
        </span>
      )}
      {isTied && (
        <span className="why">
          {rules.ties === 'Draw' ? (
            <Trans>비김: 추첨 순서</Trans>
          ) : (
            <Trans>비김: 접수 순서</Trans>
          )}
        </span>
      )}
      {state === 'fewReviews' && (
        <span className="why">
          <Plural value={rules.minReviews} other="심사가 #건보다 적음" />
        </span>
      )}
      {state === 'removed' && (
        <span className="why">
          <Trans>추천이었으나 위원회가 바꿈</Trans>
        </span>
      )}
      {isAdded && (
        <span className="why">
          <Trans>위원회가 바꾸어 넣음</Trans>
        </span>
      )}
    </>
  )
}

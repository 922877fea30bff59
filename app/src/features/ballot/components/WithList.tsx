/** What every page of the review waits for: a key of this device and its drawn list. */
import { useLingui } from '@lingui/react/macro'
import { lazy, type ReactNode } from 'react'
import type { Draw } from '../../../../../protocol/draw.ts'
import { Failure } from '../../../components/Failure.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { Page } from '../../../components/Page.tsx'
import type { HeldKey } from '../../../keys/heldKeys.ts'
import type { Round } from '../../../queries/round.ts'
import { useDraw, useList, useSeat } from '../api/useSeat.ts'
import { BackToRound } from '../../../components/BackToRound.tsx'
import { BeforeDraw } from './BeforeDraw.tsx'
import { SeatBar } from './SeatBar.tsx'

const NoKey = lazy(async () => {
  const { NoKey } = await import('./NoKey.tsx')
  return { default: NoKey }
})

export type OwnReview = {
  round: Round
  key: HeldKey
  draw: Draw
  /** As drawn; 0 is the blank card. */
  list: readonly number[]
  /** Without the blank card: what there is to score. */
  items: readonly number[]
}

export function WithList({
  children,
}: {
  children: (own: OwnReview) => ReactNode
}) {
  const { t } = useLingui()
  const seat = useSeat()
  const draw = useDraw()
  if (!seat) return <NoKey />
  const { key, round } = seat
  if (draw.data)
    return (
      <Listed key={key.reviewer} own={{ round, key: key, draw: draw.data }}>
        {children}
      </Listed>
    )
  const again = () => void draw.refetch()
  return (
    <Page title={t`내 심사`} back={<BackToRound round={round.round} />} isText>
      <SeatBar heldKey={key} />
      {draw.isPending && <Loading />}
      {draw.isError && <Failure error={draw.error} onRetry={again} />}
      {draw.data === null && <BeforeDraw round={round} heldKey={key} />}
    </Page>
  )
}

function Listed({
  children,
  own,
}: {
  own: Pick<OwnReview, 'round' | 'key' | 'draw'>
  children: (own: OwnReview) => ReactNode
}) {
  const list = useList(own.draw, own.key.reviewer)
  const items = list.filter((proposal) => proposal !== 0)
  return children({ ...own, list, items })
}

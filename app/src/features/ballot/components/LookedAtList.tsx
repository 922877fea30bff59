/** The list of any reviewer, to look at: it is public. */
import { Plural, Trans } from '@lingui/react/macro'
import type { Draw } from '../../../../../protocol/draw.ts'
import { useList } from '../api/useSeat.ts'
import { DrawnBy } from './DrawnBy.tsx'
import { ItemList } from './ItemList.tsx'

export function LookedAtList({
  draw,
  reviewer,
}: {
  draw: Draw
  reviewer: number
}) {
  const list = useList(draw, reviewer)
  const items = list.filter((proposal) => proposal !== 0)
  return (
    <section className="stack" aria-live="polite">
      <h3>
        <Trans>심사자 {reviewer}번의 목록</Trans>
      </h3>
      <p>
        <Plural value={items.length} other="심사할 제안 #개입니다." />{' '}
        <DrawnBy draw={draw} reviewer={reviewer} />
      </p>
      <ItemList items={items} />
    </section>
  )
}

/** The ranking of one half, a page of it at a time; the other half is a link away. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { hasHalves } from '../../../../../protocol/rules.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Standing } from '../api/useStanding.ts'
import { BudgetChart } from './BudgetChart.tsx'
import { type Half, Swatch } from './Furrows.tsx'
import { HalfName } from './HalfName.tsx'
import { Pager } from './Pager.tsx'
import { PlaceLink, type Place } from './PlaceLink.tsx'
import { RankingTable } from './RankingTable.tsx'

export type RankingSectionProps = {
  standing: Standing
  half: Half
  page: number
  size: number
}

export function RankingSection(props: RankingSectionProps) {
  const { half, page, size, standing } = props
  const { t } = useLingui()
  const { number } = useFormats()
  const heading = useHeadingOnMove(`${half} ${page} ${size}`)
  const rows = standing.rowsOf(half)
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const current = Math.min(page, pages)
  const from = (current - 1) * size
  const shown = rows.slice(from, from + size)
  const here: Place = { half: half === 0 ? 1 : 2, size }
  const { budget } = standing.round.rules
  const all = number(rows.length)
  const first = number(from + 1)
  const last = number(from + shown.length)
  return (
    <section className="stack" aria-labelledby="ranking">
      <h2 id="ranking" ref={heading} tabIndex={-1}>
        <HalfHeading standing={standing} half={half} />
      </h2>
      <OtherHalf standing={standing} half={half} />
      {budget > 0n && (
        <BudgetChart standing={standing} half={half} rows={rows} />
      )}
      <p>
        <Trans>
          {all}개 중 {first}–{last}
        </Trans>
      </p>
      <RankingTable
        standing={standing}
        rows={shown}
        caption={t`순위 ${first}에서 ${last}까지`}
        distribution={(p) => ({ ...here, page: current, p })}
      />
      <Pager place={here} current={current} pages={pages} />
    </section>
  )
}

/** `나 조: 436개 중 225개 추천` */
export function HalfHeading({
  half,
  standing,
}: Pick<RankingSectionProps, 'half' | 'standing'>) {
  const { number } = useFormats()
  const { ranking, result, round } = standing
  const order = ranking.orders[half]
  const { confirmation } = result
  const taken = confirmation?.selected ?? ranking.recommended
  const all = number(order.length)
  const count = order.filter((one) => taken.has(one)).length
  const sentence = confirmation ? (
    <Plural value={count} other={`${all}개 중 #개 선정`} />
  ) : (
    <Plural value={count} other={`${all}개 중 #개 추천`} />
  )
  if (!hasHalves(round.rules)) return sentence
  return (
    <>
      <Swatch half={half} /> <HalfName half={half} />: {sentence}
    </>
  )
}

function OtherHalf({
  half,
  standing,
}: Pick<RankingSectionProps, 'half' | 'standing'>) {
  if (!hasHalves(standing.round.rules)) return null
  const isFirst = half === 0
  return (
    <p className="no-print">
      <PlaceLink to={{ half: isFirst ? 2 : 1 }} className="button">
        {isFirst ? (
          <Trans>나 조 순위 보기</Trans>
        ) : (
          <Trans>가 조 순위 보기</Trans>
        )}
      </PlaceLink>
    </p>
  )
}

/** After a change of half or page the heading takes the focus; not at first. */
function useHeadingOnMove(place: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(place)
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    heading.current?.focus()
  }, [place])
  return heading
}

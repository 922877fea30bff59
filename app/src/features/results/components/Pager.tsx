/** Links to the pages of a list, and how many rows a page has. */
import { Trans, useLingui } from '@lingui/react/macro'
import { PlaceLink, type Place } from './PlaceLink.tsx'

export const sizes = [20, 50] as const

export type PagerProps = { place: Place; current: number; pages: number }

export function Pager({ current, pages, place }: PagerProps) {
  const { t } = useLingui()
  if (pages === 1 && place.size === sizes[0]) return null
  const at = (page: number): Place => ({ ...place, page })
  return (
    <nav className="row pager no-print" aria-label={t`순위 쪽`}>
      {current > 1 && (
        <PlaceLink to={at(current - 1)} className="button">
          <Trans>앞 쪽</Trans>
        </PlaceLink>
      )}
      <span>
        <Trans>
          {pages}쪽 중 {current}쪽
        </Trans>
      </span>
      {current < pages && (
        <PlaceLink to={at(current + 1)} className="button">
          <Trans>다음 쪽</Trans>
        </PlaceLink>
      )}
      {sizes.map((size) => (
        <PlaceLink
          key={size}
          to={{ ...place, page: 1, size }}
          className="button button--quiet"
          isCurrent={place.size === size}
        >
          <Trans>한 쪽에 {size}개</Trans>
        </PlaceLink>
      ))}
    </nav>
  )
}

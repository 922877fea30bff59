/** A link to another part of the results: half, page, proposal, printed record. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export type Place = {
  half?: 1 | 2
  page?: number
  size?: number
  /** Whose distribution is shown. */
  p?: number
  view?: 'record'
}

export type PlaceLinkProps = {
  to: Place
  className?: string
  isCurrent?: boolean
  label?: string | undefined
  children: ReactNode
}

export function PlaceLink(props: PlaceLinkProps) {
  const { children, className, isCurrent, label, to } = props
  return (
    <Link
      to="."
      // The routes are shared, so what this page takes is not among their types.
      search={to as never}
      className={className}
      aria-label={label}
      {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
      activeOptions={{ includeSearch: true, exact: true }}
      activeProps={{}}
    >
      {children}
    </Link>
  )
}

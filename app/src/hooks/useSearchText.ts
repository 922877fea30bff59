/** What stands behind the `?` of the address, as written. */
import { useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'

export function useSearchText(): URLSearchParams {
  const text = useRouterState({ select: ({ location }) => location.searchStr })
  return useMemo(() => new URLSearchParams(text), [text])
}

/** Turns acts into sentences of the page's language. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { roles } from '../../../../../chain/enums.ts'
import { proposalsQuery } from '../../../queries/proposals.ts'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { powers } from '../roles/powers.ts'
import type { Act } from './acts.ts'
import { describeAct } from './describeAct.ts'

export function useSentences(round: Round): (act: Act) => string {
  const { i18n } = useLingui()
  const { data } = useQuery(proposalsQuery(useNode(), round))
  const ordinals = useMemo(
    () =>
      new Map<string, number>(data?.map(({ key, ordinal }) => [key, ordinal])),
    [data],
  )
  return (act) => {
    const roleOf = (role: number) => i18n._(powers[roles[role] ?? 'admin'].name)
    const ordinalOf = (key: string) => ordinals.get(key) ?? 0
    return i18n._(describeAct({ act, roleOf, ordinalOf }))
  }
}

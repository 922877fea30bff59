/** Whose matters are on the table: members of these communities stay out of it. */
import { Trans } from '@lingui/react/macro'
import { Notice } from '../../../components/Notice.tsx'
import type { Result } from '../../../queries/result.ts'
import { useRound } from '../../../queries/round.ts'
import type { DecisionDraft } from '../api/draft.ts'
import { useProposalNames } from '../api/useProposalNames.ts'

export type RecusalProps = { result: Result; draft: DecisionDraft }

export function Recusal({ draft, result }: RecusalProps) {
  const { communityOf, numberOf, titleOf } = useProposalNames()
  const { rules } = useRound()
  const affected = new Set<number>()
  for (const { key, reviewer } of result.objections)
    if (reviewer === 0) affected.add(numberOf(key))
    else if (rules.owners)
      affected.add(Math.ceil(reviewer / rules.seatsPerCommunity))
  if (draft.isDeparting)
    for (const { added, removed } of draft.departures)
      affected.add(removed).add(added)
  affected.delete(0)
  const numbers = [...affected].sort((one, other) => one - other)
  return (
    <Notice kind="warn">
      <p className="strong">
        <Trans>자기 공동체의 일이면 빠지세요.</Trans>
      </p>
      <p>
        <Trans>이해관계가 있는 위원은 의논과 결정에서 회피해야 합니다.</Trans>
      </p>
      {numbers.length > 0 && (
        <>
          <p>
            <Trans>이번에 걸려 있는 공동체:</Trans>
          </p>
          <ul>
            {numbers.map((number) => (
              <li key={number}>
                <Trans>{number}번</Trans> {communityOf(number)}{' '}
                {titleOf(number)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}

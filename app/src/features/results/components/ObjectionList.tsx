/** All objections to the ranking, with their answers. */
import { Trans } from '@lingui/react/macro'
import type { Result } from '../../../queries/result.ts'
import { ObjectionItem, type ObjectionItemProps } from './ObjectionItem.tsx'

export type ObjectionListProps = Pick<ObjectionItemProps, 'level'> & {
  result: Pick<Result, 'objections' | 'confirmation'>
}

export function ObjectionList({ level, result }: ObjectionListProps) {
  const { confirmation, objections } = result
  if (objections.length === 0)
    return (
      <p>
        <Trans>들어온 이의가 없습니다.</Trans>
      </p>
    )
  return (
    <ol className="stack plain-list">
      {objections.map((objection) => (
        <li key={objection.number}>
          <ObjectionItem
            objection={objection}
            isConfirmed={confirmation !== null}
            level={level}
          />
        </li>
      ))}
    </ol>
  )
}

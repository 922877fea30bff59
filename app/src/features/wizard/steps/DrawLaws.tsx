/** Which laws of the draw hold for the expected number of proposals, and which numbers would mend the others. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { type DrawLaw, drawLaws } from '../../../../../protocol/drawLaws.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { withNumber } from '../check/places.ts'
import { useWizard } from '../wizardContext.ts'
import { LawWords } from './LawWords.tsx'

export function DrawLaws() {
  const { checked, draft } = useWizard()
  const n = Number(draft.proposals)
  if (!Number.isInteger(n) || n < 2)
    return (
      <p className="notice">
        <Trans>
          예상하는 제안 수를 2 이상으로 적으면 추첨의 성질을 확인합니다.
        </Trans>
      </p>
    )
  const { rules } = checked.plan
  const reviewers = rules.owners ? rules.seatsPerCommunity : rules.reviewers
  if (reviewers === 0) return null
  return (
    <ul className="stack stack--tight plain-list">
      {drawLaws(rules, n).map((law) => (
        <li key={law.name} className={law.holds ? '' : 'notice notice--warn'}>
          <span aria-hidden="true">{law.holds ? '✓ ' : '⚠ '}</span>
          <LawWords law={law} isOfOwners={rules.owners} />
          {!law.holds && <Mends law={law} />}
        </li>
      ))}
    </ul>
  )
}

function Mends({ law: { list, proposals } }: { law: DrawLaw }) {
  const { number } = useFormats()
  return (
    <div className="row">
      {list !== undefined && (
        <Mend path="listLength" value={list}>
          <Trans>목록을 {number(list)}개로 하면 지켜집니다</Trans>
        </Mend>
      )}
      {proposals !== undefined && (
        <Mend path="proposals" value={proposals}>
          <Trans>제안이 {number(proposals)}개면 지켜집니다</Trans>
        </Mend>
      )}
    </div>
  )
}

type MendProps = { path: string; value: number; children: ReactNode }

function Mend({ children, path, value }: MendProps) {
  const { change, draft } = useWizard()
  return (
    <button
      className="button button--quiet"
      type="button"
      onClick={() => {
        change(withNumber(draft, path, value))
      }}
    >
      {children}
    </button>
  )
}

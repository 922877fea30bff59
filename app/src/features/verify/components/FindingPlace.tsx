/** Where a finding is, with the words of the page for each kind of place. */
import { useLingui } from '@lingui/react/macro'
import { Proof } from '../../../components/Proof.tsx'
import type { Place } from '../../../../../verifier/finding.ts'

export function FindingPlace({ where }: { where: Place }) {
  const { t } = useLingui()
  const names: Readonly<Record<keyof Place, string>> = {
    block: t`블록`,
    transaction: t`거래`,
    logIndex: t`기록 순번`,
    event: t`기록 종류`,
    state: t`계약의 답`,
    page: t`심사표 묶음`,
    reviewer: t`심사자`,
    proposal: t`제안`,
    key: t`열쇠`,
    attempt: t`열쇠 만들기`,
    trustee: t`열쇠지기`,
    chunk: t`명부 조각`,
    objection: t`이의`,
    document: t`문서`,
    code: t`코드`,
  }
  const given = (Object.keys(where) as (keyof Place)[]).filter(
    (place) => where[place] !== undefined,
  )
  const list = (places: readonly (keyof Place)[]) => (
    <ul className="plain-list">
      {places.map((place) => (
        <li key={place}>
          {names[place]} <code>{String(where[place])}</code>
        </li>
      ))}
    </ul>
  )
  const plain = given.filter((place) => !onChain.includes(place))
  const proof = given.filter((place) => onChain.includes(place))
  return (
    <>
      {plain.length > 0 && list(plain)}
      {proof.length > 0 && <Proof>{list(proof)}</Proof>}
    </>
  )
}

/** What nobody needs to read who does not look it up. */
const onChain: readonly (keyof Place)[] = [
  'block',
  'transaction',
  'logIndex',
  'event',
  'state',
  'key',
  'document',
  'code',
]

/** Every finding: item, result, where, what it should be, and what it is. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Finding, Outcome } from '../../../../../verifier/finding.ts'
import { titleOf } from '../../../../../verifier/sentences/sentences.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { FindingPlace } from './FindingPlace.tsx'

export function FindingsTable({ findings }: { findings: readonly Finding[] }) {
  return (
    <table className="findings" role="table">
      <caption className="visually-hidden">
        <Trans>다시 세어 찾은 것, 다른 것부터</Trans>
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            <Trans>항목</Trans>
          </th>
          <th scope="col" role="columnheader">
            <Trans>결과</Trans>
          </th>
          <th scope="col" role="columnheader">
            <Trans>어디</Trans>
          </th>
          <th scope="col" role="columnheader">
            <Trans>있어야 할 값</Trans>
          </th>
          <th scope="col" role="columnheader">
            <Trans>실제 값</Trans>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {findings.map((finding, index) => (
          <FindingRow key={index} finding={finding} />
        ))}
      </tbody>
    </table>
  )
}

function FindingRow({ finding }: { finding: Finding }) {
  const language = useLanguage()
  const { t } = useLingui()
  const { actual, check, expected, outcome, sentence, where } = finding
  const title = titleOf(check)[language]
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {title.charAt(0).toUpperCase() + title.slice(1)}
      </th>
      <td role="cell">
        <OutcomeName outcome={outcome} /> <span>{sentence[language]}</span>
      </td>
      <td role="cell" {...(where ? { 'data-label': t`어디` } : {})}>
        {where && <FindingPlace where={where} />}
      </td>
      <td role="cell" {...(expected ? { 'data-label': t`있어야 할 값` } : {})}>
        {expected && <code>{expected}</code>}
      </td>
      <td role="cell" {...(actual ? { 'data-label': t`실제 값` } : {})}>
        {actual && <code>{actual}</code>}
      </td>
    </tr>
  )
}

function OutcomeName({ outcome }: { outcome: Outcome }) {
  switch (outcome) {
    case 'passed':
      return (
        <span className="state state--good">
          <Trans>맞음</Trans>
        </span>
      )
    case 'failed':
      return (
        <span className="state state--bad">
          <Trans>다름</Trans>
        </span>
      )
    case 'noted':
      return (
        <span className="state">
          <Trans>알아 둘 것</Trans>
        </span>
      )
    case 'skipped':
      return (
        <span className="state">
          <Trans>확인 못 함</Trans>
        </span>
      )
  }
}

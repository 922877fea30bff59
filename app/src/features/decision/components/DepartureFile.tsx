/** Departures as a table: read with every fault by its line, taken only by a press; and saved. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { DepartureStanding } from '../../../../../protocol/departures.ts'
import {
  type DeparturesTable,
  parseDepartures,
  writeDepartures,
} from '../../../../../protocol/departuresTable.ts'
import { saveFile } from '../../../components/saveFile.ts'
import { FileField } from '../../acts/files/FileField.tsx'
import { LineList } from '../../acts/files/LineList.tsx'
import type { UseDecisionDraft } from '../api/draft.ts'
import { departureFaults } from '../departureFaults.ts'

export type DepartureFileProps = {
  standing: DepartureStanding
  using: UseDecisionDraft
}

export function DepartureFile({ standing, using }: DepartureFileProps) {
  const { t } = useLingui()
  const { change, draft } = using
  const [text, setText] = useState<string>()
  const table = text === undefined ? undefined : parseDepartures(text, standing)
  const count = table?.departures.length ?? 0
  const isGood = table?.faults.length === 0 && count > 0
  function take({ departures }: DeparturesTable): void {
    const taken = departures.map(({ added, reason, removed }) => ({
      ...{ added, reason, removed },
    }))
    change({ departures: taken })
    setText(undefined)
  }
  return (
    <details>
      <summary>
        <Trans>표(CSV)로 불러오기와 저장</Trans>
      </summary>
      <div className="stack">
        <FileField
          label={<Trans>바꿀 곳 파일 고르기</Trans>}
          hint={
            <Trans>
              CSV 파일. 첫 줄은 ‘제외, 추가, 사유’입니다. 추가가 0이면 아무도
              대신하지 않습니다. 고르기만 해서는 바뀌지 않습니다.
            </Trans>
          }
          onChange={(file) => {
            setText(file?.text)
          }}
        />
        {table && <Preview table={table} replaced={draft.departures.length} />}
        {isGood && (
          <p>
            <button
              className="button"
              type="button"
              onClick={() => {
                take(table)
              }}
            >
              <Trans>바꿀 곳 {count}개 넣기</Trans>
            </button>
          </p>
        )}
        {draft.departures.length > 0 && (
          <p>
            <button
              className="button button--quiet"
              type="button"
              onClick={() => {
                // Without this mark some programs take Korean for something else.
                const file = `\uFEFF${writeDepartures(draft.departures)}`
                saveFile(t`바꿀 곳.csv`, file, 'text/csv')
              }}
            >
              <Trans>지금 적힌 것을 CSV로 저장</Trans>
            </button>
          </p>
        )}
      </div>
    </details>
  )
}

type PreviewProps = { table: DeparturesTable; replaced: number }

function Preview({ replaced, table }: PreviewProps) {
  const { i18n } = useLingui()
  const { departures, faults } = table
  const total = departures.length + faults.length
  return (
    <div className="stack" data-preview="departures">
      <p className="strong" role="status">
        <Trans>
          {total}줄 · 오류 {faults.length}
        </Trans>
      </p>
      {faults.length > 0 && (
        <div className="notice notice--danger stack stack--tight" role="alert">
          <p className="strong">
            <Trans>고칠 줄. 모두 고친 파일을 다시 고르세요.</Trans>
          </p>
          <LineList
            lines={faults.map(({ fault, line }) => ({
              line,
              text: i18n._(departureFaults[fault]),
            }))}
          />
        </div>
      )}
      <LineList
        lines={departures.map(({ line, ...departure }) => ({
          line,
          text: <Departing {...departure} />,
        }))}
      />
      {replaced > 0 && faults.length === 0 && (
        <p className="notice notice--warn">
          <Plural value={replaced} other="넣으면 지금 적힌 #곳은 사라집니다." />
        </p>
      )}
    </div>
  )
}

type DepartingProps = { removed: number; added: number; reason: string }

function Departing({ added, reason, removed }: DepartingProps) {
  if (added === 0)
    return (
      <Trans>
        {removed}번을 뺌: {reason}
      </Trans>
    )
  return (
    <Trans>
      {removed}번 대신 {added}번: {reason}
    </Trans>
  )
}

/** The roll on the chain: of the enrolled keys, or of a file; chunk by chunk. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { phases } from '../../../../../chain/enums.ts'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { type Desk, fetchRollTable } from '../../../relayer/registrar.ts'
import { roundCall } from '../../acts/call.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import { TableHeaderError } from '../../../../../protocol/csv/parseTable.ts'
import { planPublication } from '../planPublication.ts'
import { columnName } from '../words.ts'
import { FileField, type OfficeFile } from '../../acts/files/FileField.tsx'
import { RollPreview } from './RollPreview.tsx'

export function PublishRoll({ desk, round }: { desk: Desk; round: Round }) {
  const { i18n, t } = useLingui()
  const { moment, number, span } = useFormats()
  const node = useNode()
  const [isOfFile, setIsOfFile] = useState(false)
  const [file, setFile] = useState<OfficeFile>()
  const isWaiting = isOfFile && !file
  const readTable = async () =>
    isOfFile ? (file?.text ?? '') : await fetchRollTable(desk)
  const { data, error } = useQuery({
    queryKey: ['desk', 'publication', round.round, isOfFile, file],
    queryFn: async () => planPublication(node, round, await readTable()),
    enabled: !isWaiting,
    retry: false,
    gcTime: 0,
    refetchInterval: 15_000,
  })
  /** Of what stands at this moment: what was sent before is left out. */
  async function calls() {
    const { plan } = await planPublication(node, round, await readTable())
    return (plan?.toSend ?? []).map(({ chunk, keys }) =>
      roundCall(round.round, 'publishRoll', [BigInt(chunk), keys]),
    )
  }
  const missingColumns = ({ missing }: TableHeaderError) =>
    missing.map((one) => columnName(one, (name) => i18n._(name))).join(', ')
  const left = data?.plan?.toSend.length ?? 0
  const isOver = phases.indexOf(round.phase) > phases.indexOf('roll')
  return (
    <section className="stack no-print" aria-labelledby="publish">
      <h2 id="publish">
        <Trans>명부 공개</Trans>
      </h2>
      <p>
        <Trans>
          공개한 열쇠는 공개 장부에 영원히 남습니다. 바꾸면 공개 기간(
          {span(round.rules.times.rollNotice)})을 다시 셉니다. 고정 기한:{' '}
          {moment(round.rules.times.freezeBy)}
        </Trans>
      </p>
      {isOver ? (
        <p className="notice">
          <Trans>고정한 뒤에는 명부를 바꿀 수 없습니다.</Trans>
        </p>
      ) : (
        <>
          <Source isOfFile={isOfFile} onChange={setIsOfFile} />
          {isOfFile && (
            <FileField
              label={<Trans>명부 파일 고르기</Trans>}
              hint={
                <Trans>
                  CSV 파일. 첫 줄은 ‘공동체, 자리, 열쇠’이고, 자리마다 한
                  줄입니다.
                </Trans>
              }
              onChange={setFile}
            />
          )}
          {error instanceof TableHeaderError && (
            <p className="notice notice--danger" role="alert">
              <Trans>
                첫 줄에 이 열이 없습니다: {missingColumns(error)}. 첫 줄에 열
                이름을 적으세요.
              </Trans>
            </p>
          )}
          {error && !(error instanceof TableHeaderError) && (
            <KeyTrouble error={error} />
          )}
          {data && <RollPreview publication={data} round={round} />}
          <ActForm
            name={t`명부 공개`}
            label={<Trans>명부 공개</Trans>}
            line={
              <Trans>
                명부 담당이 명부를 공개했습니다 (묶음 {number(left)}개).
              </Trans>
            }
            holder={round.holders.registrar}
            calls={calls}
            isReady={left > 0}
            missing={
              data?.plan ? (
                <Trans>이대로 공개되어 있습니다. 보낼 것이 없습니다.</Trans>
              ) : (
                <Trans>공개할 명부가 아직 없습니다.</Trans>
              )
            }
          />
        </>
      )}
    </section>
  )
}

type SourceProps = { isOfFile: boolean; onChange: (isOfFile: boolean) => void }

function Source({ isOfFile, onChange }: SourceProps) {
  return (
    <fieldset>
      <legend>
        <Trans>무엇으로</Trans>
      </legend>
      {[false, true].map((one) => (
        <label key={String(one)} className="choice">
          <input
            type="radio"
            name="source"
            checked={isOfFile === one}
            onChange={() => {
              onChange(one)
            }}
          />
          {one ? (
            <Trans>내가 가진 CSV 파일로</Trans>
          ) : (
            <Trans>참여권으로 등록한 열쇠로</Trans>
          )}
        </label>
      ))}
    </fieldset>
  )
}

/** A draft from a file: one that the wizard saved, or a file of rules. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { draftId, readDraft } from '../draft/keptDrafts.ts'
import { readDraftFile } from '../draft/draftFile.ts'
import type { Draft } from '../draft/draft.ts'
import { newExtras } from '../draft/newDraft.ts'
import { FileField } from './FileField.tsx'
import { useBegin, useGiven } from './useBegin.ts'

export function OpenFile() {
  const [isWrong, setIsWrong] = useState(false)
  const begin = useBegin()
  const { now } = useGiven()
  return (
    <section className="stack">
      <h2>
        <Trans>파일에서 불러오기</Trans>
      </h2>
      <p>
        <Trans>
          이 화면에서 저장한 파일이나, dure 명령의 규칙 파일을 읽습니다.
        </Trans>
      </p>
      <FileField
        label={<Trans>초안 파일</Trans>}
        accept=".json,application/json"
        problem={
          isWrong && (
            <Trans>
              규칙 파일이 아닙니다. 이 화면의 ‘초안을 파일로 저장’으로 만든
              파일을 고르세요.
            </Trans>
          )
        }
        onRead={(text) => {
          try {
            begin(besideOthers(readDraftFile(text, now)))
            setIsWrong(false)
          } catch {
            setIsWrong(true)
          }
        }}
      />
    </section>
  )
}

/** A draft that is on this device already stays: the file becomes another. */
function besideOthers(draft: Draft): Draft {
  if (!readDraft(draftId(draft))) return draft
  const { random, salt } = newExtras()
  return { ...draft, random, salt }
}

/** The step counts only once the file that was just saved was read back from the disk. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Notice } from '../../../components/Notice.tsx'
import { handOut, isSameFile } from '../api/makeFile.ts'
import type { OpenedFile } from '../api/openedFile.ts'
import { FilePassphraseForm } from './FilePassphraseForm.tsx'

export type ReopenFileProps = {
  made: OpenedFile
  onReopened: (file: OpenedFile) => void
}

export function ReopenFile({ made, onReopened }: ReopenFileProps) {
  const [isOther, setIsOther] = useState(false)
  function take(read: OpenedFile) {
    const isSame = isSameFile(made, read)
    setIsOther(!isSame)
    if (isSame) onReopened(read)
  }
  const { name } = made
  return (
    <div className="stack">
      <Notice>
        <p className="strong">
          <Trans>저장한 파일을 다시 열어 확인합니다.</Trans>
        </p>
        <p>
          <Trans>
            파일 이름: <code>{name}</code>. 이 파일이나 암호를 잃으면 내 조각을
            잃습니다. 지금 다시 열어 보아야 다음 단계로 갑니다.
          </Trans>
        </p>
        <p>
          <button
            className="button"
            type="button"
            onClick={() => {
              handOut(made)
            }}
          >
            <Trans>파일 다시 받기</Trans>
          </button>
        </p>
      </Notice>
      {isOther && (
        <Notice kind="danger" isAlert>
          <p className="strong">
            <Trans>
              방금 만든 파일이 아닙니다. 내려받은 곳에서 {name} 파일을 고르세요.
            </Trans>
          </p>
        </Notice>
      )}
      <FilePassphraseForm
        label={<Trans>다시 열어 확인</Trans>}
        isMain
        onRead={take}
      />
    </div>
  )
}

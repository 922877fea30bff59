/** The copy of a ballot that was kept as a file, where this device has none. */
import { Trans } from '@lingui/react/macro'
import { useId, useState } from 'react'
import type { Hex } from 'viem'
import { type OwnScores, parseOwnCopy } from '../api/ownOpening.ts'

export type OwnCopyProps = { seal: Hex; onRead: (scores: OwnScores) => void }

export function OwnCopy({ onRead, seal }: OwnCopyProps) {
  const id = useId()
  const [isWrong, setIsWrong] = useState(false)
  async function read(file: File | undefined) {
    if (!file) return
    const scores = parseOwnCopy(await file.text(), seal)
    setIsWrong(!scores)
    if (scores) onRead(scores)
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        <Trans>내 점수 파일</Trans>
      </label>
      <p className="field__hint" id={`${id}-hint`}>
        <Trans>
          이 기기에는 점수가 없습니다. 보낼 때 저장한, 점수가 담긴 파일을
          고르세요.
        </Trans>
      </p>
      <input
        id={id}
        type="file"
        accept=".json"
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint ${id}-error`}
        onChange={({ target }) => void read(target.files?.[0])}
      />
      <p className="field__error" id={`${id}-error`} role="alert">
        {isWrong && (
          <Trans>
            이 심사표의 파일이 아닙니다. 같은 순번의 심사표를 보낼 때 저장한
            파일이어야 합니다.
          </Trans>
        )}
      </p>
    </div>
  )
}

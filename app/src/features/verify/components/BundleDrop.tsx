/** A bundle in place of a node: dropped here, or chosen. */
import { Trans } from '@lingui/react/macro'
import { type DragEvent, useId, useState } from 'react'
import type { VerifySource } from '../../../../../verifier/worker/messages.ts'

export function BundleDrop({
  onStart,
}: {
  onStart: (source: VerifySource) => void
}) {
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  const read = async (file: File | undefined) => {
    if (!file) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    onStart({ kind: 'bundle', file: bytes })
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    void read(event.dataTransfer.files[0])
  }
  return (
    <div
      className={isOver ? 'drop drop--over field' : 'drop field'}
      onDragOver={over}
      onDragLeave={() => {
        setIsOver(false)
      }}
      onDrop={drop}
    >
      <label htmlFor={id}>
        <Trans>검증 묶음 파일</Trans>
      </label>
      <p className="field__hint" id={`${id}-hint`}>
        <Trans>
          파일을 여기에 끌어다 놓거나 고르면, 연결 없이 그 파일만으로 셉니다.
        </Trans>
      </p>
      <input
        id={id}
        type="file"
        accept=".dure,.gz"
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          void read(target.files?.[0])
        }}
      />
    </div>
  )
}

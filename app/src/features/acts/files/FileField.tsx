/** A CSV file to choose, and how it was read. */
import { Trans } from '@lingui/react/macro'
import { type ReactNode, useId, useState } from 'react'
import type { DecodedText } from '../../../../../protocol/csv/decodeText.ts'
import { plain } from '../../../documents/roundDocument.ts'
import { readOfficeFile } from './readOfficeFile.ts'

export type OfficeFile = DecodedText & { name: string }

export type FileFieldProps = {
  label: ReactNode
  hint: ReactNode
  onChange: (file: OfficeFile | undefined) => void
}

export function FileField({ hint, label, onChange }: FileFieldProps) {
  const id = useId()
  const [read, setRead] = useState<OfficeFile>()
  async function choose(file: File | undefined) {
    const text = file && {
      ...(await readOfficeFile(file)),
      name: plain(file.name),
    }
    setRead(text)
    onChange(text)
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="field__hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        id={id}
        type="file"
        accept=".csv,text/csv,text/plain"
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => void choose(target.files?.[0])}
      />
      {read && (
        <p role="status">
          <Trans>
            {read.name}: {read.encoding} 글자로 읽었습니다.
          </Trans>
        </p>
      )}
    </div>
  )
}

/** Files of a proposal: chosen, told what is wrong with one, taken off again. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type ChangeEvent, useState } from 'react'
import { mostAttachments } from '../../../../../protocol/document.ts'
import { forgetFile } from '../../../documents/keptFiles.ts'
import { plain } from '../../../documents/roundDocument.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { ChangeDraft, Draft, DraftFile } from '../api/draft.ts'
import { acceptedTypes, type FileProblem, takeFile } from '../api/files.ts'

export type FileFieldsProps = { draft: Draft; change: ChangeDraft }

type Refused = { name: string; problem: FileProblem }

export function FileFields({ change, draft }: FileFieldsProps) {
  const [refused, setRefused] = useState<Refused[]>([])
  async function choose({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(currentTarget.files ?? [])]
    currentTarget.value = ''
    const taken = [...draft.attachments]
    const wrong: Refused[] = []
    for (const file of chosen) {
      const found = await takeFile(file, taken)
      if (typeof found === 'string')
        wrong.push({ name: plain(file.name), problem: found })
      else taken.push(found)
    }
    setRefused(wrong)
    change({ attachments: taken })
  }
  function remove(digest: DraftFile['digest']) {
    void forgetFile(digest).catch(() => undefined)
    const attachments = draft.attachments.filter((one) => one.digest !== digest)
    change({ attachments })
  }
  return (
    <div className="field">
      <label htmlFor="proposal-files">
        <Trans>첨부 파일 (없어도 됩니다)</Trans>
      </label>
      <p id="proposal-files-hint" className="field__hint">
        <Trans>
          PDF나 그림(PNG, JPEG, WebP)을 {mostAttachments}개까지, 하나에 1
          MiB까지 붙일 수 있습니다.
        </Trans>
      </p>
      <input
        id="proposal-files"
        type="file"
        multiple
        accept={acceptedTypes.join()}
        aria-invalid={refused.length > 0}
        aria-describedby="proposal-files-hint proposal-files-error"
        onChange={(event) => void choose(event)}
      />
      <ul
        id="proposal-files-error"
        className="field__error plain-list"
        role="alert"
      >
        {refused.map(({ name, problem }) => (
          <li key={name}>
            {name}: <FileWords problem={problem} />
          </li>
        ))}
      </ul>
      <FileList files={draft.attachments} onRemove={remove} />
    </div>
  )
}

function FileWords({ problem }: { problem: FileProblem }) {
  switch (problem) {
    case 'kind':
      return <Trans>PDF나 그림이 아닙니다. PDF로 바꾸어 붙여 주세요.</Trans>
    case 'size':
      return <Trans>1 MiB보다 큽니다. 줄여서 붙여 주세요.</Trans>
    case 'same':
      return <Trans>이미 붙인 파일입니다.</Trans>
    case 'many':
      return <Trans>{mostAttachments}개보다 많이는 붙일 수 없습니다.</Trans>
    case 'unkept':
      return (
        <Trans>
          이 브라우저가 파일을 간직하지 못합니다. 비공개 창이 아닌 창에서 열어
          주세요.
        </Trans>
      )
  }
}

type FileListProps = {
  files: readonly DraftFile[]
  onRemove: (digest: DraftFile['digest']) => void
}

function FileList({ files, onRemove }: FileListProps) {
  const { t } = useLingui()
  const { decimal } = useFormats()
  return (
    <ul className="plain-list">
      {files.map(({ digest, name, size }) => (
        <li key={digest} className="row">
          <span>
            {name}
            {size > 0 && ` (${decimal(size / 1024)} KiB)`}
          </span>
          <button
            className="button button--quiet"
            type="button"
            aria-label={t`첨부 빼기: ${name}`}
            onClick={() => {
              onRemove(digest)
            }}
          >
            <Trans>빼기</Trans>
          </button>
        </li>
      ))}
    </ul>
  )
}

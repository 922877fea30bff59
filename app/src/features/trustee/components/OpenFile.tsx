/** A file that was made before is opened, unless it is not the one that is needed. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Address } from 'viem'
import type { RoundContext } from '../../../../../chain/roundContext.ts'
import type { TrusteeView } from '../../../../../chain/trustee/trusteeView.ts'
import { type FileFault, findFileFault } from '../api/fileFault.ts'
import type { OpenedFile } from '../api/openedFile.ts'
import { FilePassphraseForm } from './FilePassphraseForm.tsx'
import { FaultNotice } from './FileTrouble.tsx'

export type OpenFileProps = {
  context: RoundContext
  account: Address
  view: TrusteeView
  isMain: boolean
  onOpened: (file: OpenedFile) => void
}

export function OpenFile(props: OpenFileProps) {
  const { account, context, isMain, onOpened, view } = props
  const [fault, setFault] = useState<FileFault>()
  function take(file: OpenedFile) {
    const found = findFileFault(file.content, context, { account, view })
    setFault(found)
    if (!found) onOpened(file)
  }
  return (
    <div className="stack">
      {fault && <FaultNotice fault={fault} />}
      <FilePassphraseForm
        label={<Trans>파일 열기</Trans>}
        isMain={isMain}
        onRead={take}
      />
    </div>
  )
}

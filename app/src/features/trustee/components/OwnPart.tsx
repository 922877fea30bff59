/** The part of the trustee who sits here: wallet, file, and what is due. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Address } from 'viem'
import type { RoundContext } from '../../../../../chain/roundContext.ts'
import {
  nextStep,
  numberOf,
  type Situation,
} from '../../../../../chain/trustee/nextStep.ts'
import { emptyFile } from '../../../../../chain/trustee/trusteeFile.ts'
import type { TrusteeView } from '../../../../../chain/trustee/trusteeView.ts'
import { Notice } from '../../../components/Notice.tsx'
import { useActingWallet } from '../../acts/actingWallet.ts'
import { ActingWallet } from '../../acts/components/ActingWallet.tsx'
import { findFileFault } from '../api/fileFault.ts'
import { makeFile } from '../api/makeFile.ts'
import { fileNameOf, type OpenedFile } from '../api/openedFile.ts'
import { withNewSecrets } from '../api/work.ts'
import { FaultNotice } from './FileTrouble.tsx'
import { MakeFileForm } from './MakeFileForm.tsx'
import { OpenFile } from './OpenFile.tsx'
import { OwnDue } from './OwnDue.tsx'
import { ReopenFile } from './ReopenFile.tsx'
import { DoneWords } from './StepWords.tsx'

export type OwnPartProps = { context: RoundContext; view: TrusteeView }

export function OwnPart({ context, view }: OwnPartProps) {
  const wallet = useActingWallet()
  const account = wallet?.address
  return (
    <section className="stack" aria-labelledby="own">
      <h2 id="own">
        <Trans>내 할 일</Trans>
      </h2>
      {account === undefined ? (
        <>
          <p>
            <Trans>열쇠지기로 정해진 지갑을 연결하세요.</Trans>
          </p>
          <ActingWallet />
        </>
      ) : numberOf({ account, view }) === 0 ? (
        <Stranger />
      ) : (
        <Own key={account} account={account} context={context} view={view} />
      )}
    </section>
  )
}

function Stranger() {
  return (
    <>
      <Notice kind="warn">
        <p className="strong">
          <Trans>이 지갑은 이 회차의 열쇠지기가 아닙니다.</Trans>
        </p>
        <p>
          <Trans>
            아래에 적힌 주소의 지갑만 할 수 있습니다. 지켜보는 것은 누구나 할 수
            있습니다.
          </Trans>
        </p>
      </Notice>
      <ActingWallet />
    </>
  )
}

type OwnProps = OwnPartProps & { account: Address }

function Own({ account, context, view }: OwnProps) {
  const [opened, setOpened] = useState<OpenedFile>()
  const situation = { view, account, kept: undefined, clock: undefined }
  const step = nextStep(situation)
  // What is over is over without a file, too.
  if (step.kind === 'done' && step.because !== 'lost secrets')
    return (
      <p className="strong">
        <DoneWords because={step.because} />
      </p>
    )
  const all = { account, context, view, setOpened }
  if (!opened)
    return <NoFile {...all} situation={situation} isNew={isNew(step)} />
  if (opened.isUnsaved)
    return <ReopenFile made={opened} onReopened={setOpened} />
  // Another attempt may have come, or the page may have learned of it late.
  const fault = findFileFault(opened.content, context, { account, view })
  if (fault)
    return (
      <>
        <FaultNotice fault={fault} />
        <OpenFile {...{ account, context, view }} isMain onOpened={setOpened} />
      </>
    )
  return <OwnDue {...all} opened={opened} />
}

type NoFileProps = OwnProps & {
  situation: Situation
  isNew: boolean
  setOpened: (file: OpenedFile) => void
}

function NoFile(props: NoFileProps) {
  const { account, context, isNew, setOpened, situation, view } = props
  async function make(passphrase: string) {
    const content = await withNewSecrets(context, situation, emptyFile)
    const name = fileNameOf(context.round, numberOf(situation))
    setOpened(await makeFile(name, passphrase, content))
  }
  const open = (
    <OpenFile
      {...{ account, context, view }}
      isMain={!isNew}
      onOpened={setOpened}
    />
  )
  if (!isNew)
    return (
      <>
        <p>
          <Trans>
            재료를 내놓을 때 만든 파일을 여세요. 암호는 이 화면을 닫으면
            사라지고 어디에도 저장하지 않습니다.
          </Trans>
        </p>
        {open}
      </>
    )
  return (
    <>
      <p>
        <Trans>
          내 조각의 비밀을 담을 파일을 만듭니다. 비밀은 이 기기에서 만들고,
          암호로 잠근 파일로만 남습니다.
        </Trans>
      </p>
      <MakeFileForm onMake={make} />
      <details>
        <summary>
          <Trans>이미 만든 파일이 있으면 열기</Trans>
        </summary>
        {open}
      </details>
    </>
  )
}

function isNew(step: { kind: string }): boolean {
  return step.kind === 'makePackage'
}

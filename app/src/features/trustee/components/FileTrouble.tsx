/** Why a file cannot be used, and which one would be right. */
import { Trans } from '@lingui/react/macro'
import { TrusteeFileError } from '../../../../../chain/trustee/trusteeFile.ts'
import { Notice } from '../../../components/Notice.tsx'
import { FileLockedError } from '../api/cipher.ts'
import type { FileFault } from '../api/fileFault.ts'

export function FileTrouble({ error }: { error: unknown }) {
  return (
    <Notice kind="danger" isAlert>
      <p className="strong">
        <Sentence error={error} />
      </p>
    </Notice>
  )
}

function Sentence({ error }: { error: unknown }) {
  if (error instanceof FileLockedError) {
    if (error.problem === 'passphrase')
      return (
        <Trans>
          이 암호로는 열리지 않습니다. 대소문자와 띄어쓰기를 살펴 다시 적어
          보세요. 그래도 열리지 않으면 파일이 상했을 수 있으니 사본을 여세요.
        </Trans>
      )
    if (error.problem === 'notEncrypted')
      return (
        <Trans>
          열쇠지기 파일이 아닙니다. ‘.age’로 끝나는, 이 화면이나 dure trustee가
          만든 파일을 고르세요.
        </Trans>
      )
  }
  if (error instanceof TrusteeFileError)
    return (
      <Trans>
        암호는 맞지만 열쇠지기 파일의 내용이 아닙니다. 이 화면이나 dure
        trustee가 만든 파일을 고르세요.
      </Trans>
    )
  return <Trans>파일을 다루지 못했습니다. 다시 해 보세요.</Trans>
}

export function FaultNotice({ fault }: { fault: FileFault }) {
  return (
    <Notice kind="danger" isAlert>
      <Fault fault={fault} />
    </Notice>
  )
}

function Fault({ fault }: { fault: FileFault }) {
  if (fault.kind === 'otherRound')
    return (
      <>
        <p className="strong">
          <Trans>이 파일에는 이 회차의 비밀이 없습니다.</Trans>
        </p>
        {fault.rounds.length > 0 && (
          <p>
            <Trans>파일에 있는 회차:</Trans>{' '}
            <code>{fault.rounds.join(', ')}</code>
          </p>
        )}
        <p>
          <Trans>이 회차의 재료를 내놓을 때 만든 파일을 여세요.</Trans>
        </p>
      </>
    )
  const { needed } = fault
  const found = 'attempts' in fault ? fault.attempts.join(', ') : undefined
  return (
    <>
      <p className="strong">
        {found === undefined ? (
          <Trans>
            이 파일의 비밀은 공개 장부에 올린 재료와 짝이 맞지 않습니다.
          </Trans>
        ) : (
          <Trans>이 파일에는 {found}번째 시도의 비밀만 있습니다.</Trans>
        )}
      </p>
      <p>
        <Trans>
          {needed}번째 시도의 재료를 내놓을 때 만든 파일을 여세요. 찾지 못하면
          관리자에게 새 시도를 부탁해야 합니다.
        </Trans>
      </p>
    </>
  )
}

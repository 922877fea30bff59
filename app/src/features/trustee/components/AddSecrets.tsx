/** A file that is open gets the secrets of an attempt, and has to be saved anew. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Situation } from '../../../../../chain/trustee/nextStep.ts'
import { makeFile } from '../api/makeFile.ts'
import type { UseOwnStep } from '../api/useOwnStep.ts'
import { withNewSecrets } from '../api/work.ts'
import { FileTrouble } from './FileTrouble.tsx'

export type AddSecretsProps = UseOwnStep & { situation: Situation }

export function AddSecrets(props: AddSecretsProps) {
  const { context, opened, setOpened, situation } = props
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const { number } = situation.view.generation.attempt
  async function add() {
    if (isBusy) return
    setIsBusy(true)
    setError(undefined)
    try {
      const content = await withNewSecrets(context, situation, opened.content)
      setOpened(await makeFile(opened.name, opened.passphrase, content))
    } catch (thrown) {
      setError(thrown)
      setIsBusy(false)
    }
  }
  return (
    <div className="stack">
      <p>
        <Trans>
          {number}번째 시도에 쓸 비밀을 만들어 이 파일에 더합니다. 새로 저장한
          파일을 쓰고, 옛 파일은 그 뒤에 지우세요.
        </Trans>
      </p>
      {error !== undefined && <FileTrouble error={error} />}
      <p>
        <button
          className="button button--main"
          type="button"
          aria-busy={isBusy}
          onClick={() => void add()}
        >
          <Trans>비밀 더하고 파일 저장하기</Trans>
        </button>
      </p>
    </div>
  )
}

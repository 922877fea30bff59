/** Whether reviewers may sign by fingerprint or face: which contracts check that. */
import { Trans } from '@lingui/react/macro'
import { useId } from 'react'
import { useConfig } from '../../../config/useConfig.ts'
import { FieldProblems } from '../components/FieldProblems.tsx'
import { useWizard } from '../wizardContext.ts'

export function Passkeys() {
  const id = useId()
  const { passkeyVerifier } = useConfig()
  const { change, draft } = useWizard()
  const { verifiers } = draft
  const isSame = (one: string) =>
    one.toLowerCase() === passkeyVerifier?.toLowerCase()
  return (
    <>
      {passkeyVerifier !== undefined && (
        <label className="choice">
          <input
            type="checkbox"
            checked={verifiers.some(isSame)}
            onChange={({ target }) => {
              const others = verifiers.filter((one) => !isSame(one))
              change({
                verifiers: target.checked
                  ? [...others, passkeyVerifier]
                  : others,
              })
            }}
          />
          <Trans>지문·얼굴(패스키)로도 심사할 수 있음</Trans>
        </label>
      )}
      <details>
        <summary>
          <Trans>패스키를 확인하는 계약의 주소</Trans>
        </summary>
        <div className="field">
          <label htmlFor={id}>
            <Trans>한 줄에 하나, 최대 4개</Trans>
          </label>
          <textarea
            id={id}
            rows={3}
            spellCheck={false}
            value={verifiers.join('\n')}
            onChange={({ target }) => {
              const lines = target.value.split('\n')
              change({ verifiers: target.value === '' ? [] : lines })
            }}
          />
        </div>
      </details>
      {verifiers.map((_, index) => (
        <FieldProblems key={index} path={`verifiers[${index}]`} />
      ))}
      <FieldProblems path="verifiers" />
    </>
  )
}

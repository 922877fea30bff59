/** A signed act by other ways: once more, by an own wallet, or as a file for anyone. */
import { Trans, useLingui } from '@lingui/react/macro'
import { toSignedCall } from '../../../../../chain/toSignedCall.ts'
import { jsonText } from '../../../../../protocol/jsonText.ts'
import { toSignedFile } from '../../../../../protocol/signedAct.ts'
import { saveFile } from '../../../components/saveFile.ts'
import { KeyTrouble } from '../wallet/KeyTrouble.tsx'
import { type KeptAct, toSignedAct } from '../../../signed/keptActs.ts'
import { ActForm } from '../components/ActForm.tsx'
import { useHandIn } from './useHandIn.ts'

export type OtherWaysProps = {
  act: KeptAct
  /** No relayer has taken it. */
  isUnsent?: boolean
}

export function OtherWays({ act, isUnsent = false }: OtherWaysProps) {
  const { t } = useLingui()
  const { error, send, step } = useHandIn()
  return (
    <div className="notice notice--warn stack">
      {isUnsent && (
        <p className="strong">
          <Trans>
            서명했지만 아직 보내지 못했습니다. 서명한 것은 이 기기에 있습니다.
          </Trans>
        </p>
      )}
      {error !== undefined && <KeyTrouble error={error} />}
      <p>
        <button
          className="button"
          type="button"
          aria-busy={step !== 'idle'}
          onClick={() => void send(act)}
        >
          <Trans>다시 보내기 (무료)</Trans>
        </button>
      </p>
      <p role="status">{step === 'sending' && <Trans>보내는 중…</Trans>}</p>
      <details>
        <summary>
          <Trans>내 지갑으로 직접 보내기 (수수료를 냅니다)</Trans>
        </summary>
        <ActForm
          name={t`서명한 것 보내기`}
          label={<Trans>내 지갑으로 보내기</Trans>}
          calls={() => [toSignedCall(toSignedAct(act))]}
        />
      </details>
      <Files act={act} />
    </div>
  )
}

function Files({ act }: { act: KeptAct }) {
  const { contents, document, key } = act
  const name = `dure-${contents.type.toLowerCase()}-${key.key.slice(2, 10)}`
  const save = (file: string, text: string) => {
    saveFile(file, text, 'application/json')
  }
  return (
    <details>
      <summary>
        <Trans>파일로 담당자에게 맡기기</Trans>
      </summary>
      <div className="stack stack--tight">
        <p>
          <Trans>
            서명한 파일은 누구나 대신 보낼 수 있고, 아무도 고칠 수 없습니다.
            담당자는 ‘dure propose --send’ 또는 ‘dure object --send’로 보냅니다.
          </Trans>
        </p>
        <div className="row">
          <button
            className="button"
            type="button"
            onClick={() => {
              save(`${name}.json`, jsonText(toSignedFile(toSignedAct(act))))
            }}
          >
            <Trans>서명한 파일 저장</Trans>
          </button>
          {document !== null && (
            <button
              className="button"
              type="button"
              onClick={() => {
                save(`${name}-text.json`, document)
              }}
            >
              <Trans>글 파일 저장</Trans>
            </button>
          )}
        </div>
      </div>
    </details>
  )
}

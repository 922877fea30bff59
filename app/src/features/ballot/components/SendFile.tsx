/** Sends somebody's sealed file: by a relayer, free; or by an own wallet. */
import { Trans } from '@lingui/react/macro'
import { type ChangeEvent, useState } from 'react'
import { BaseError } from '../../../../../protocol/errors.ts'
import {
  parseSealedBallotFile,
  type SealedBallotFile,
} from '../../../ballots/ballotFile.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { useRound } from '../../../queries/round.ts'
import { askAny } from '../../../relayer/ask.ts'
import { PayByWallet } from './PayByWallet.tsx'
import { SendTrouble } from './SendTrouble.tsx'

export function SendFile() {
  const [file, setFile] = useState<SealedBallotFile>()
  const [error, setError] = useState<unknown>()
  const { chainId } = useConfig()
  const { round } = useRound()
  async function read({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const [chosen] = currentTarget.files ?? []
    if (!chosen) return
    setError(undefined)
    setFile(undefined)
    try {
      const parsed = parseSealedBallotFile(await chosen.text())
      const isHere =
        parsed.chainId === chainId &&
        parsed.round.toLowerCase() === round.toLowerCase()
      if (!isHere) throw new OtherRoundError()
      setFile(parsed)
    } catch (thrown) {
      setError(thrown)
    }
  }
  return (
    <details className="proof no-print">
      <summary>
        <Trans>남의 봉인한 파일 대신 보내기</Trans>
      </summary>
      <div className="stack">
        <div className="field">
          <label htmlFor="sealed-file">
            <Trans>봉인한 심사표 파일</Trans>
          </label>
          <input
            id="sealed-file"
            type="file"
            accept=".json,application/json"
            onChange={(event) => void read(event)}
          />
          <p className="field__hint">
            <Trans>점수는 보이지 않고, 고칠 수도 없습니다.</Trans>
          </p>
        </div>
        {error !== undefined && <FileTrouble error={error} />}
        {file && <Found key={file.ballot} file={file} />}
      </div>
    </details>
  )
}

function FileTrouble({ error }: { error: unknown }) {
  return (
    <p className="field__error" role="alert">
      {error instanceof OtherRoundError ? (
        <Trans>다른 회차의 파일입니다.</Trans>
      ) : (
        <Trans>봉인한 심사표 파일이 아닙니다.</Trans>
      )}
    </p>
  )
}

function Found({ file }: { file: SealedBallotFile }) {
  const { relayers } = useConfig()
  const { round } = useRound()
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle')
  const [error, setError] = useState<unknown>()
  async function send() {
    if (state === 'busy') return
    setState('busy')
    setError(undefined)
    try {
      const { askRelayer } = await import('../../../relayer/refusal.ts')
      const asked = { param: { round }, json: { ballot: file.ballot } }
      await askAny(relayers, ({ rounds }) =>
        askRelayer(() => rounds[':round'].ballots.$post(asked)),
      )
      setState('done')
    } catch (thrown) {
      setError(thrown)
      setState('idle')
    }
  }
  return (
    <>
      <p>
        <Trans>
          심사자 {file.reviewer}번의 {file.ballotVersion}번째 심사표입니다.
        </Trans>
      </p>
      {error !== undefined && <SendTrouble error={error} />}
      <p role="status">
        {state === 'busy' && <Trans>보내는 중…</Trans>}
        {state === 'done' && (
          <Trans>
            접수되었습니다. 그 심사자의 화면에서 기록을 볼 수 있습니다.
          </Trans>
        )}
      </p>
      {state !== 'done' && (
        <>
          <p>
            <button
              className="button"
              type="button"
              aria-busy={state === 'busy'}
              onClick={() => void send()}
            >
              <Trans>중계자로 보내기 (무료)</Trans>
            </button>
          </p>
          <PayByWallet
            round={round}
            batch={file.ballot}
            onSent={() => {
              setState('done')
            }}
          />
        </>
      )}
    </>
  )
}

class OtherRoundError extends BaseError {
  override name = 'OtherRoundError'

  constructor() {
    super('The file is of another round.')
  }
}

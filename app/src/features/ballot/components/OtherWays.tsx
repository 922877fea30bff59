/** When no relayer takes it: another one, an own wallet, or a sealed file by any hand. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type SyntheticEvent, useState } from 'react'
import { fileNameOf, sealedBallotFile } from '../../../ballots/ballotFile.ts'
import { keepBallot, type KeptBallot } from '../../../ballots/keptBallots.ts'
import { saveJson } from '../../../components/saveFile.ts'
import { tellBallots } from '../api/useStanding.ts'
import { PayByWallet } from './PayByWallet.tsx'
import { useSendAgain } from './SendAgain.tsx'
import { SendFile } from './SendFile.tsx'
import { readField } from '../../../components/readField.ts'
import { SendTrouble } from './SendTrouble.tsx'

export type OtherWaysProps = { ballot: KeptBallot; isOpen: boolean }

export function OtherWays({ ballot, isOpen }: OtherWaysProps) {
  const save = () => {
    saveJson(fileNameOf('dure-sealed-ballot', ballot), sealedBallotFile(ballot))
    keepBallot({ ...ballot, sentBy: ballot.sentBy ?? 'file' })
    tellBallots()
  }
  return (
    <details className="proof" open={isOpen}>
      <summary>
        <Trans>다른 방법으로 보내기</Trans>
      </summary>
      <div className="stack stack--loose">
        <section className="stack stack--tight">
          <h2>
            <Trans>봉인한 파일로</Trans>
          </h2>
          <p>
            <Trans>
              누구나 대신 보낼 수 있고, 아무도 읽거나 고칠 수 없는 파일입니다.
              마감 전에 담당자나 이웃에게 주세요.
            </Trans>
          </p>
          <p>
            <button className="button" type="button" onClick={save}>
              <Trans>봉인한 파일 저장</Trans>
            </button>
          </p>
        </section>
        <OtherRelayer ballot={ballot} />
        <section className="stack stack--tight">
          <h2>
            <Trans>내 지갑으로</Trans>
          </h2>
          <PayByWallet
            batch={ballot.sealed}
            round={ballot.round}
            onSent={() => {
              keepBallot({ ...ballot, sentBy: ballot.sentBy ?? 'wallet' })
              tellBallots()
            }}
          />
        </section>
        <SendFile />
      </div>
    </details>
  )
}

function OtherRelayer({ ballot }: { ballot: KeptBallot }) {
  const { t } = useLingui()
  const again = useSendAgain()
  const [wrong, setWrong] = useState('')
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = readField(event.currentTarget, 'relayer')
    const isRight = URL.canParse(text)
    setWrong(isRight ? '' : t`https://로 시작하는 주소를 적어 주세요.`)
    if (isRight) void again.send(ballot, [text.replace(/\/$/, '')])
  }
  return (
    <section className="stack stack--tight">
      <h2>
        <Trans>다른 중계자로</Trans>
      </h2>
      <form className="field" onSubmit={submit} noValidate>
        <label htmlFor="other-relayer">
          <Trans>중계자 주소</Trans>
        </label>
        <input
          id="other-relayer"
          name="relayer"
          type="url"
          autoComplete="off"
          aria-invalid={wrong !== ''}
          aria-describedby="other-relayer-error"
        />
        <p id="other-relayer-error" className="field__error" role="alert">
          {wrong}
        </p>
        {again.error !== undefined && <SendTrouble error={again.error} />}
        <p>
          <button className="button" type="submit" aria-busy={again.isBusy}>
            <Trans>이 중계자로 보내기</Trans>
          </button>
        </p>
      </form>
    </section>
  )
}

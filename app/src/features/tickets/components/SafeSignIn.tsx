/** The way in where a Safe is the registrar: its owners sign one text. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { Address } from 'viem'
import { CopyText } from '../../../components/CopyText.tsx'
import { useRound } from '../../../queries/round.ts'
import type { Slip } from '../../../relayer/signInSlip.ts'
import { useActingWallet } from '../../acts/actingWallet.ts'
import { ActingWallet } from '../../acts/components/ActingWallet.tsx'
import { useSafeSignIn } from '../api/useSafeSignIn.ts'
import { OwnerTrouble } from './OwnerTrouble.tsx'

export type SafeSignInProps = {
  relayer: string
  safe: Address
  onEntered: () => void
}

export function SafeSignIn({ onEntered, relayer, safe }: SafeSignInProps) {
  const { round } = useRound()
  const wallet = useActingWallet()
  const signing = useSafeSignIn(relayer, safe, onEntered)
  const { error, isBusy, sign, slip } = signing
  return (
    <section className="stack">
      <h2>
        <Trans>명부 담당으로 들어가기</Trans>
      </h2>
      <p>
        <Trans>
          담당이 계약 지갑(Safe)입니다: <code>{safe}</code>. 그 소유자들이
          서명하면 들어갑니다. 돈이 들지 않고, 공개 장부에 남지 않습니다.
        </Trans>
      </p>
      <ActingWallet />
      {error !== undefined && !isBusy && <OwnerTrouble error={error} />}
      {wallet && (
        <p>
          <button
            className="button button--main"
            type="button"
            aria-busy={isBusy}
            onClick={() => void sign()}
          >
            <Trans>소유자로 서명하기</Trans>
          </button>
        </p>
      )}
      <div role="status">{slip && <Standing slip={slip} />}</div>
      <OtherOwners {...signing} />
      <p className="quiet">
        <Trans>
          날마다 하는 일이면 Safe가 명부 담당을{' '}
          <Link to="/r/$round/office/handover" params={{ round }}>
            한 사람의 지갑으로 넘기는
          </Link>{' '}
          편이 쉽고, 누가 했는지도 남습니다.
        </Trans>
      </p>
    </section>
  )
}

function Standing({ slip }: { slip: Slip }) {
  const { t } = useLingui()
  const count = Object.keys(slip.signatures).length
  if (count === 0) return null
  return (
    <div className="notice stack stack--tight">
      <p className="strong">
        <Plural value={count} other="서명 #개. 소유자가 더 서명해야 합니다." />
      </p>
      <p>
        <Trans>
          이 글을 다음 소유자에게 보내세요. 받은 사람은 이 화면에 붙여 넣고
          서명합니다. 마지막에 서명한 사람이 들어갑니다. 서명이 다 모인 글은
          암호와 같으니 소유자 사이에서만 나누세요.
        </Trans>
      </p>
      <CopyText
        value={JSON.stringify(slip)}
        short={t`소유자에게 보낼 글`}
        copy={t`복사하기`}
        copied={t`복사했습니다`}
      />
    </div>
  )
}

type OtherOwnersProps = ReturnType<typeof useSafeSignIn>

function OtherOwners({ begin, isBusy, receive, slip }: OtherOwnersProps) {
  const { t } = useLingui()
  const id = useId()
  const [text, setText] = useState('')
  return (
    <details>
      <summary>
        <Trans>다른 소유자의 글이나, Safe가 만든 서명이 있으면</Trans>
      </summary>
      <div className="stack">
        <div className="field">
          <label htmlFor={id}>
            <Trans>받은 글 또는 서명</Trans>
          </label>
          <textarea
            id={id}
            rows={4}
            value={text}
            onChange={({ target }) => {
              setText(target.value)
            }}
          />
        </div>
        <p>
          <button
            className="button"
            type="button"
            aria-busy={isBusy}
            onClick={() => void receive(text)}
          >
            <Trans>받은 것 넣기</Trans>
          </button>
        </p>
        {slip ? (
          <div className="stack stack--tight">
            <p>
              <Trans>Safe에서 직접 서명하려면 이 글에 서명하세요.</Trans>
            </p>
            <CopyText
              value={slip.message}
              short={t`서명할 글`}
              copy={t`복사하기`}
              copied={t`복사했습니다`}
            />
          </div>
        ) : (
          <p>
            <button
              className="button button--quiet"
              type="button"
              aria-busy={isBusy}
              onClick={() => void begin()}
            >
              <Trans>Safe에서 서명할 글 받기</Trans>
            </button>
          </p>
        )}
      </div>
    </details>
  )
}

/** Around what only the registrar may ask: the wallet, the relayer, the sign-in. */
import { Trans } from '@lingui/react/macro'
import { type ReactNode, useId, useState } from 'react'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import type { Round } from '../../../queries/round.ts'
import type { Desk } from '../../../relayer/registrar.ts'
import { useActingWallet } from '../../acts/actingWallet.ts'
import { ActingWallet } from '../../acts/components/ActingWallet.tsx'
import { useIsContract } from '../../acts/api/useIsContract.ts'
import { useSession } from '../api/useSession.ts'
import { SafeSignIn } from './SafeSignIn.tsx'

export type RegistrarDeskProps = {
  round: Round
  children: (desk: Desk) => ReactNode
}

export function RegistrarDesk({ children, round }: RegistrarDeskProps) {
  const { relayers } = useConfig()
  const [chosen, setChosen] = useState<string>()
  const relayer = chosen ?? relayers[0]
  const id = useId()
  if (relayer === undefined)
    return (
      <p className="notice notice--warn">
        <Trans>
          이 페이지에 정해진 중계자가 없습니다. 참여권은 중계자가 맡습니다.
        </Trans>
      </p>
    )
  return (
    <>
      {relayers.length > 1 && (
        <div className="field">
          <label htmlFor={id}>
            <Trans>참여권을 맡은 중계자</Trans>
          </label>
          <select
            id={id}
            value={relayer}
            onChange={({ target }) => {
              setChosen(target.value)
            }}
          >
            {relayers.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </div>
      )}
      <SignedIn key={relayer} relayer={relayer} round={round}>
        {children}
      </SignedIn>
    </>
  )
}

type SignedInProps = RegistrarDeskProps & { relayer: string }

function SignedIn({ children, relayer, round }: SignedInProps) {
  const wallet = useActingWallet()
  const { registrar } = round.holders
  const isContract = useIsContract(registrar)
  const isSafeElsewhere =
    isContract === true &&
    registrar.toLowerCase() !== wallet?.address.toLowerCase()
  const { enter, error, isBusy, leave, look, session } = useSession(
    relayer,
    isSafeElsewhere ? registrar : undefined,
  )
  if (session)
    return (
      <>
        <p className="row no-print">
          <span>
            <Trans>
              명부 담당으로 들어왔습니다: <code>{session.address}</code>
            </Trans>
          </span>
          <button
            className="button button--quiet"
            type="button"
            onClick={leave}
          >
            <Trans>나가기</Trans>
          </button>
        </p>
        {children({ session, round: round.round })}
      </>
    )
  if (isSafeElsewhere)
    return <SafeSignIn relayer={relayer} safe={registrar} onEntered={look} />
  return (
    <section className="stack">
      <h2>
        <Trans>명부 담당으로 들어가기</Trans>
      </h2>
      <p>
        <Trans>
          지갑으로 한 번 서명해서 들어갑니다. 돈이 들지 않고, 공개 장부에 남지
          않습니다.
        </Trans>
      </p>
      <ActingWallet holder={round.holders.registrar} />
      {error !== undefined && !isBusy && (
        <KeyTrouble
          error={error}
          wallet={wallet?.found}
          onSwitched={() => void enter()}
        />
      )}
      {wallet && (
        <p>
          <button
            className="button button--main"
            type="button"
            aria-busy={isBusy}
            onClick={() => void enter()}
          >
            <Trans>서명하고 들어가기</Trans>
          </button>
        </p>
      )}
    </section>
  )
}

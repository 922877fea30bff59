/** Everything that is about to be sent, what that means, and one press. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { stateOf, sumOf, toValues } from '../../ballots/drafts.ts'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { WalletChoice } from '../acts/wallet/WalletChoice.tsx'
import { useFormats } from '../../hooks/useFormats.ts'
import type { Round } from '../../queries/round.ts'
import { type FoundWallet, useWallets } from '../../keys/wallets.ts'
import { useDraft } from './api/useDraft.ts'
import { toSeat } from './api/useSeat.ts'
import { useSend } from './api/useSend.ts'
import { useLastVersion } from './api/useStanding.ts'
import { BackToList } from './components/BackToList.tsx'
import { Closed } from './components/Closed.tsx'
import { GivenScores } from './components/GivenScores.tsx'
import { OtherTab } from './components/OtherTab.tsx'
import { SeatBar } from './components/SeatBar.tsx'
import { SendTrouble } from './components/SendTrouble.tsx'
import { StepRegion } from './components/StepRegion.tsx'
import { WalletNumbers } from './components/WalletNumbers.tsx'
import { WhatItMeans } from './components/WhatItMeans.tsx'
import { type OwnReview, WithList } from './components/WithList.tsx'
import './ballot.css'

function ConfirmPage() {
  return <WithList>{(own) => <Confirm own={own} />}</WithList>
}

function Confirm({ own }: { own: OwnReview }) {
  const { t } = useLingui()
  const { items, key, list, round } = own
  const inHand = useDraft(toSeat(key))
  const last = useLastVersion(key).data ?? 0
  const { ballotLimit, pointsPerBallot, weights } = round.rules
  const { draft } = inHand
  const criteria = weights.length
  const values = toValues(draft, list, criteria)
  const partial = items.flatMap((proposal, index) =>
    stateOf(draft[proposal], criteria) === 'partial' ? [index + 1] : [],
  )
  const isOver = pointsPerBallot > 0 && sumOf(draft, items) > pointsPerBallot
  const isOpen = round.phase === 'review'
  const isSpent = last >= ballotLimit
  return (
    <Page title={t`보내기 전에 확인해 주세요`} back={<BackToList />} isText>
      <SeatBar heldKey={key} />
      <OtherTab inHand={inHand} />
      <GivenScores own={own} draft={draft} />
      <WhatItMeans own={own} lastVersion={last} />
      {key.kind === 'wallet' && <WalletNumbers values={values} list={list} />}
      {isSpent ? (
        <Spent round={round.round} limit={ballotLimit} />
      ) : isOpen ? (
        <SendPart
          key={key.reviewer}
          own={own}
          values={values}
          partial={partial}
          isOver={isOver}
        />
      ) : (
        <NotOpen round={round} />
      )}
    </Page>
  )
}

type SendPartProps = {
  own: OwnReview
  values: readonly number[]
  /** Places of proposals that have only some of their scores. */
  partial: readonly number[]
  isOver: boolean
}

function SendPart({ isOver, own, partial, values }: SendPartProps) {
  const sending = useSend()
  const navigate = useNavigate()
  const wallets = useWallets()
  const errors = useRef<HTMLDivElement>(null)
  const [isAsked, setAsked] = useState(false)
  const [wallet, setWallet] = useState<FoundWallet>()
  const { key, list: proposals, round } = own
  const isBlocked = partial.length > 0 || isOver
  const isWallet = key.kind === 'wallet'
  async function send(chosen = wallet) {
    setAsked(true)
    setWallet(chosen)
    if (isBlocked) {
      requestAnimationFrame(() => errors.current?.focus())
      return
    }
    const { ballotLimit } = round.rules
    const what = { key, ballotLimit, proposals, values, wallet: chosen }
    if (await sending.send(what))
      void navigate({
        to: '/r/$round/review/sent',
        params: { round: round.round },
      })
  }
  const isBusy = sending.step === 'waiting' || sending.step === 'sending'
  return (
    <div className="stack">
      {isAsked && isBlocked && (
        <div
          ref={errors}
          className="notice notice--danger"
          role="alert"
          tabIndex={-1}
        >
          {isOver ? (
            <p>
              <Trans>나눠 준 점수가 정해진 것보다 많습니다.</Trans>
            </p>
          ) : (
            <Unfinished round={round.round} places={partial} />
          )}
        </div>
      )}
      {sending.error !== undefined && !isBusy && (
        <SendTrouble
          error={sending.error}
          wallet={wallet}
          onSwitched={() => void send()}
        />
      )}
      <StepRegion step={sending.step} kind={key.kind} />
      {isWallet && wallets.length !== 1 && !wallet ? (
        <WalletChoice
          label={<Trans>이 지갑으로 보내기</Trans>}
          onChoose={(chosen) => void send(chosen)}
        />
      ) : (
        <p>
          <button
            className="button button--main"
            type="button"
            aria-busy={isBusy}
            onClick={() => void send(wallet ?? wallets[0])}
          >
            <SendLabel kind={key.kind} />
          </button>
        </p>
      )}
    </div>
  )
}

function SendLabel({ kind }: { kind: OwnReview['key']['kind'] }) {
  switch (kind) {
    case 'passkey':
      return <Trans>지문·얼굴로 보내기</Trans>
    case 'wallet':
      return <Trans>지갑으로 보내기</Trans>
    case 'demo':
      return <Trans>견본 열쇠로 보내기</Trans>
  }
}

type UnfinishedProps = { round: string; places: readonly number[] }

function Unfinished({ places, round }: UnfinishedProps) {
  return (
    <>
      <p className="strong">
        <Trans>
          물음 하나에만 점수를 준 제안이 있습니다. 이대로 보내면 심사표 전체가
          무효가 됩니다.
        </Trans>
      </p>
      <ul>
        {places.map((place) => (
          <li key={place}>
            <Link
              className="back"
              to="/r/$round/review/$place"
              params={{ round, place: String(place) }}
            >
              <Trans>{place}번째 제안 마저 하기</Trans>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

function NotOpen({ round }: { round: Round }) {
  const { moment } = useFormats()
  if (round.phase !== 'draw') return <Closed round={round} />
  return (
    <Notice kind="warn">
      <p className="strong">
        <Trans>
          심사는 {moment(round.rules.times.reviewFrom)}에 시작합니다.
        </Trans>
      </p>
      <p>
        <Trans>매긴 점수는 이 기기에 있습니다. 그때 다시 와서 보내세요.</Trans>
      </p>
    </Notice>
  )
}

function Spent({ limit, round }: { round: string; limit: number }) {
  return (
    <Notice kind="warn">
      <p className="strong">
        {limit === 1 ? (
          <Trans>이미 보냈습니다. 한 번 보내면 고칠 수 없습니다.</Trans>
        ) : (
          <Trans>{limit}번까지 보낼 수 있고, 모두 보냈습니다.</Trans>
        )}
      </p>
      <p>
        <Link className="back" to="/r/$round/review/sent" params={{ round }}>
          <Trans>보낸 심사표 보기</Trans>
        </Link>
      </p>
    </Notice>
  )
}

export default ConfirmPage

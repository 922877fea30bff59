/** Nobody's key is on this device: look by number, find the key, or enrol. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useSearch } from '@tanstack/react-router'
import { type SyntheticEvent, useState } from 'react'
import { Failure } from '../../../components/Failure.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { Page } from '../../../components/Page.tsx'
import { useRoundAddress } from '../../../queries/round.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { useRound } from '../../../queries/round.ts'
import { useDraw } from '../api/useSeat.ts'
import { BackToRound } from '../../../components/BackToRound.tsx'
import { BeforeDraw } from './BeforeDraw.tsx'
import { LookedAtList } from './LookedAtList.tsx'

export function NoKey() {
  const round = useRoundAddress()
  const { t } = useLingui()
  const { contact, demo } = useConfig()
  return (
    <Page title={t`내 심사`} back={<BackToRound round={round} />} isText>
      <p className="lead">
        <Trans>이 기기에는 이 회차의 심사 열쇠가 없습니다.</Trans>
      </p>
      <div className="row">
        <Link className="button button--main" to={demo ? '/demo' : '/me'}>
          {demo ? (
            <Trans>견본 심사자 고르기</Trans>
          ) : (
            <Trans>내 열쇠 찾기</Trans>
          )}
        </Link>
      </div>
      <ul>
        <li>
          <Trans>
            참여권을 받았다면 참여권의 QR이나 주소를 다시 여세요. 거기서
            등록합니다.
          </Trans>
        </li>
        <li>
          <Trans>
            다른 휴대폰이나 지갑으로 등록했다면{' '}
            <Link to="/me">내 열쇠 찾기</Link>를 해 보세요.
          </Trans>
        </li>
        {contact && (
          <li>
            <Trans>잘 모르겠으면 물어보세요:</Trans> {contact.name}{' '}
            {contact.phone}
          </li>
        )}
      </ul>
      <LookUp />
    </Page>
  )
}

/** No key is needed to see what was drawn for a number. */
function LookUp() {
  const { t } = useLingui()
  const round = useRound()
  const draw = useDraw()
  const search: { reviewer?: unknown } = useSearch({ strict: false })
  const asked = Number(search.reviewer)
  const [reviewer, setReviewer] = useState(asked > 0 ? asked : undefined)
  const [error, setError] = useState('')
  const look = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = new FormData(event.currentTarget).get('reviewer')
    const number = Number(text)
    const isRight =
      Number.isInteger(number) && number >= 1 && number <= round.reviewers
    setError(
      isRight ? '' : t`명부의 번호는 1번부터 ${round.reviewers}번까지입니다.`,
    )
    setReviewer(isRight ? number : undefined)
  }
  return (
    <section className="stack">
      <h2>
        <Trans>열쇠 없이 목록만 보기</Trans>
      </h2>
      {draw.isPending && <Loading />}
      {draw.isError && <Failure error={draw.error} />}
      {draw.data === null && <BeforeDraw round={round} />}
      {draw.data && (
        <form className="field" onSubmit={look} noValidate>
          <label htmlFor="reviewer">
            <Trans>심사자 번호</Trans>
          </label>
          <input
            id="reviewer"
            name="reviewer"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={reviewer}
            aria-invalid={error !== ''}
            aria-describedby="reviewer-error"
          />
          <p id="reviewer-error" className="field__error" role="alert">
            {error}
          </p>
          <p>
            <button className="button" type="submit">
              <Trans>목록 보기</Trans>
            </button>
          </p>
        </form>
      )}
      {draw.data && reviewer !== undefined && (
        <LookedAtList draw={draw.data} reviewer={reviewer} />
      )}
    </section>
  )
}

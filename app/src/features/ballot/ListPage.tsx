/** The reviewer's own list: what was drawn, how far it is, what to do next. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { stateOf, toValues } from '../../ballots/drafts.ts'
import { Page } from '../../components/Page.tsx'
import { useFormats } from '../../hooks/useFormats.ts'
import { toSeat } from './api/useSeat.ts'
import { useDraft } from './api/useDraft.ts'
import { useKeptBallots } from './api/useStanding.ts'
import { BackToRound } from '../../components/BackToRound.tsx'
import { DrawnBy } from './components/DrawnBy.tsx'
import { Closed } from './components/Closed.tsx'
import { ItemList } from './components/ItemList.tsx'
import { OtherTab } from './components/OtherTab.tsx'
import { RollStanding } from './components/RollStanding.tsx'
import { SeatBar } from './components/SeatBar.tsx'
import { Standing } from './components/Standing.tsx'
import { type OwnReview, WithList } from './components/WithList.tsx'
import './ballot.css'

function ListPage() {
  return <WithList>{(own) => <OwnList {...{ own }} />}</WithList>
}

function OwnList({ own }: { own: OwnReview }) {
  const { t } = useLingui()
  const { draw, items, key, list, round } = own
  const inHand = useDraft(toSeat(key))
  const isOver = !['draw', 'review'].includes(round.phase)
  return (
    <Page title={t`내 심사`} back={<BackToRound round={round.round} />}>
      <SeatBar heldKey={key} />
      <RollStanding heldKey={key} />
      <Standing heldKey={key} />
      {isOver ? (
        <Closed round={own.round} />
      ) : (
        <Next own={own} inHand={inHand} />
      )}
      <OtherTab inHand={inHand} />
      <section className="stack">
        <h2>
          <Plural value={items.length} other="심사할 제안 #개" />
        </h2>
        <p>
          <DrawnBy draw={draw} reviewer={key.reviewer} />
        </p>
        <ItemList items={items} {...(isOver ? {} : { draft: inHand.draft })} />
        {list.length > items.length && (
          <p className="quiet">
            <Trans>
              제안이 홀수라 빈 카드 하나가 함께 뽑혔습니다. 점수를 줄 것은
              없습니다.
            </Trans>
          </p>
        )}
      </section>
    </Page>
  )
}

type Part = { own: OwnReview; inHand: ReturnType<typeof useDraft> }

function Next({ own: { items, key, list, round }, inHand: { draft } }: Part) {
  const { moment } = useFormats()
  const [latest] = useKeptBallots(key)
  const criteria = round.rules.weights.length
  const states = items.map((proposal) => stateOf(draft[proposal], criteria))
  const done = states.filter((one) => one === 'scored' || one === 'noOpinion')
  const place =
    states.findIndex((one) => one === 'open' || one === 'partial') + 1
  const values = toValues(draft, list, criteria)
  const isSent =
    latest?.sentBy != null &&
    latest.values.every((value, at) => value === values[at])
  const { close, reviewFrom } = round.rules.times
  const address = round.round
  return (
    <div className="stack">
      <p>
        <Trans>
          {items.length}개 중 {done.length}개를 마쳤습니다.
        </Trans>{' '}
        {round.phase === 'draw' ? (
          <Trans>심사는 {moment(reviewFrom)}에 시작합니다.</Trans>
        ) : (
          <Trans>{moment(close)}까지 보내세요.</Trans>
        )}
      </p>
      <p>
        {isSent ? (
          <Link
            className="button button--main"
            to="/r/$round/review/sent"
            params={{ round: address }}
          >
            <Trans>보낸 심사표 보기</Trans>
          </Link>
        ) : place === 0 ? (
          <Link
            className="button button--main"
            to="/r/$round/review/send"
            params={{ round: address }}
          >
            <Trans>확인하고 보내기</Trans>
          </Link>
        ) : (
          <Link
            className="button button--main"
            to="/r/$round/review/$place"
            params={{ round: address, place: String(place) }}
          >
            {done.length === 0 ? (
              <Trans>첫 제안부터 시작하기</Trans>
            ) : (
              <Trans>{place}번째부터 이어서 하기</Trans>
            )}
          </Link>
        )}
      </p>
      {done.length > 0 && place > 0 && (
        <p>
          <Link
            className="back"
            to="/r/$round/review/send"
            params={{ round: address }}
          >
            <Trans>여기까지만 확인하고 보내기</Trans>
          </Link>
        </p>
      )}
    </div>
  )
}

export default ListPage

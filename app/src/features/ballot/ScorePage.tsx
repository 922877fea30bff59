/** One proposal a page: read it, score it, go on. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { stateOf } from '../../ballots/drafts.ts'
import { Page } from '../../components/Page.tsx'
import { say } from '../../documents/roundDocument.ts'
import { useLanguage } from '../../hooks/useLanguage.ts'
import { useDraft } from './api/useDraft.ts'
import { toSeat } from './api/useSeat.ts'
import { type ItemText, useItemTexts } from './api/useTexts.ts'
import { BackToList } from './components/BackToList.tsx'
import { Compare } from './components/Compare.tsx'
import { ItemList } from './components/ItemList.tsx'
import { OtherTab } from './components/OtherTab.tsx'
import { Progress } from './components/Progress.tsx'
import { ProposalSummary } from './components/ProposalSummary.tsx'
import { ScoreForm } from './components/ScoreForm.tsx'
import { type OwnReview, WithList } from './components/WithList.tsx'
import './ballot.css'

function ScorePage() {
  return <WithList>{(own) => <OneProposal own={own} />}</WithList>
}

function OneProposal({ own }: { own: OwnReview }) {
  const { t } = useLingui()
  const params: unknown = useParams({ strict: false })
  const place = Number((params as { place?: string }).place)
  const proposal = own.items[place - 1]
  const [item] = useItemTexts(proposal === undefined ? [] : [proposal])
  if (proposal === undefined || !item)
    return (
      <Page title={t`내 목록에 없는 자리입니다`} back={<BackToList />} isText>
        <p>
          <Trans>목록에는 제안이 {own.items.length}개 있습니다.</Trans>
        </p>
      </Page>
    )
  return <Scoring own={own} place={place} item={item} />
}

type ScoringProps = { own: OwnReview; place: number; item: ItemText }

function Scoring({ item, own, place }: ScoringProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const navigate = useNavigate()
  const inHand = useDraft(toSeat(own.key))
  const [isAsked, setAsked] = useState(false)
  const { items, round } = own
  const { proposal, text } = item
  const title = (text && say(text.title, language)) ?? ''
  const address = round.round
  const isLast = place === items.length
  const isPartial =
    stateOf(inHand.draft[proposal], round.rules.weights.length) === 'partial'
  const goOn = () => {
    setAsked(true)
    // Half a score would spoil the whole ballot.
    if (isPartial) {
      document.querySelector<HTMLElement>('.score-error')?.focus()
      return
    }
    void navigate(
      isLast
        ? { to: '/r/$round/review/send', params: { round: address } }
        : {
            to: '/r/$round/review/$place',
            params: { round: address, place: String(place + 1) },
          },
    )
  }
  return (
    <div className="with-aside">
      <Page title={title || t`제안 ${proposal}번`} back={<BackToList />}>
        <Progress own={own} place={place} draft={inHand.draft} />
        <OtherTab inHand={inHand} />
        <ProposalSummary item={item} />
        <ScoreForm
          own={own}
          item={item}
          inHand={inHand}
          isAsked={isAsked && isPartial}
        />
        <p className="quiet saved">
          {inHand.isKept && Object.keys(inHand.draft).length > 0 && (
            <Trans>이 기기에 저장됨. 아직 보내지 않았습니다.</Trans>
          )}
        </p>
        <div className="row">
          <button className="button button--main" type="button" onClick={goOn}>
            {isLast ? <Trans>확인하고 보내기</Trans> : <Trans>다음 제안</Trans>}
          </button>
          {place > 1 && (
            <Link
              className="button"
              to="/r/$round/review/$place"
              params={{ round: address, place: String(place - 1) }}
            >
              <Trans>이전</Trans>
            </Link>
          )}
          <Compare own={own} draft={inHand.draft} />
        </div>
      </Page>
      <aside className="aside-list no-print" aria-label={t`심사 목록`}>
        <ItemList items={items} draft={inHand.draft} current={place} />
      </aside>
    </div>
  )
}

export default ScorePage

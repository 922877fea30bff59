/** The drawn proposals, each with its title and how far its scores are. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Draft, type ItemState, stateOf } from '../../../ballots/drafts.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { say, spokenIn } from '../../../documents/roundDocument.ts'
import { useRound } from '../../../queries/round.ts'
import { type ItemText, useItemTexts } from '../api/useTexts.ts'

const most = 30

export type ItemListProps = {
  items: readonly number[]
  /** Only to look at without one. */
  draft?: Draft
  /** Place of the item that is open now. */
  current?: number
}

export function ItemList({ current, draft, items }: ItemListProps) {
  const [shown, setShown] = useState(most)
  const texts = useItemTexts(items.slice(0, shown))
  return (
    <>
      <ol className="items">
        {texts.map((item, index) => (
          <Item
            key={item.proposal}
            place={index + 1}
            isCurrent={current === index + 1}
            item={item}
            draft={draft}
          />
        ))}
      </ol>
      {items.length > shown && (
        <p>
          <button
            className="button"
            type="button"
            onClick={() => {
              setShown(shown + most)
            }}
          >
            <Trans>더 보기</Trans>
          </button>
        </p>
      )}
    </>
  )
}

function Item({
  draft,
  isCurrent,
  item,
  place,
}: {
  draft: Draft | undefined
  isCurrent: boolean
  item: ItemText
  place: number
}) {
  const { round, rules } = useRound()
  const state = draft && stateOf(draft[item.proposal], rules.weights.length)
  const title = <ItemTitle item={item} />
  return (
    <li
      className={`items__one${state && state !== 'open' ? ' items__one--done' : ''}`}
      {...(isCurrent ? { 'aria-current': 'step' as const } : {})}
    >
      {draft ? (
        <Link
          to="/r/$round/review/$place"
          params={{ round, place: String(place) }}
        >
          {title}
        </Link>
      ) : (
        <Link
          to="/r/$round/p/$number"
          params={{ round, number: String(item.proposal) }}
        >
          {title}
        </Link>
      )}
      {state && <StateOfItem state={state} />}
    </li>
  )
}

export function ItemTitle({ item }: { item: ItemText }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { error, proposal, text } = item
  const title = text && say(text.title, language)
  return (
    <>
      <span className="quiet">{t`${proposal}번`}</span>{' '}
      {title ? (
        <span lang={spokenIn(text.title, language)}>{title}</span>
      ) : (
        error && <Trans>글을 보여 드릴 수 없습니다</Trans>
      )}
    </>
  )
}

export function StateOfItem({ state }: { state: ItemState }) {
  switch (state) {
    case 'open':
      return (
        <span className="state">
          <Trans>아직</Trans>
        </span>
      )
    case 'partial':
      return (
        <span className="state state--bad">
          <Trans>하는 중</Trans>
        </span>
      )
    case 'noOpinion':
      return (
        <span className="state state--good">
          <Trans>의견 없음</Trans>
        </span>
      )
    case 'scored':
      return (
        <span className="state state--good">
          <span aria-hidden="true">✓</span> <Trans>마침</Trans>
        </span>
      )
  }
}

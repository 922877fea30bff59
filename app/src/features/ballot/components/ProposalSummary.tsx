/** What the proposal is, in short, and the whole of it one tap below. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { Loading } from '../../../components/Loading.tsx'
import {
  type ProposalText,
  say,
  spokenIn,
} from '../../../documents/roundDocument.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { DocumentNotShownError } from '../../../queries/documents.ts'
import { useRound } from '../../../queries/round.ts'
import { type ItemText, useRoundText } from '../api/useTexts.ts'

const Markdown = lazy(async () => {
  const { Markdown } = await import('./Markdown.tsx')
  return { default: Markdown }
})

export function ProposalSummary({ item }: { item: ItemText }) {
  const { money } = useFormats()
  const language = useLanguage()
  const { categories } = useRoundText()
  const { entry, error, proposal, text } = item
  if (error) return <NotShown error={error} />
  if (!text)
    return (
      <div className="summary-place">
        <Loading />
      </div>
    )
  const attachments = text.attachments.length
  const region = say(text.region, language)
  const category = categories.find(({ number }) => number === entry?.category)
  return (
    <section className="stack stack--tight">
      <ul className="plain-list facts-line">
        <li>
          <Trans>{proposal}번</Trans>
        </li>
        {category && (
          <li lang={spokenIn(category.name, language)}>
            {say(category.name, language)}
          </li>
        )}
        {region && <li lang={spokenIn(text.region, language)}>{region}</li>}
        {entry && <li>{money(entry.ask, text.currency)}</li>}
        {attachments > 0 && (
          <li>
            <Plural value={attachments} other="첨부 #개" />
          </li>
        )}
      </ul>
      <Body proposal={proposal} text={text} />
    </section>
  )
}

const longEnough = 120

type BodyProps = { proposal: number; text: ProposalText }

function Body({ proposal, text }: BodyProps) {
  const { round } = useRound()
  const language = useLanguage()
  const { money } = useFormats()
  const [isOpen, setOpen] = useState(false)
  const words = say(text.text, language)
  const lang = spokenIn(text.text, language)
  const isShort = words.length <= longEnough
  return (
    <>
      {!isOpen && (
        <p lang={lang}>
          {isShort ? words : `${plain(words).slice(0, longEnough)}…`}
        </p>
      )}
      <details
        onToggle={(event) => {
          setOpen(event.currentTarget.open)
        }}
      >
        <summary>
          <Trans>글 전체와 예산 보기</Trans>
        </summary>
        {isOpen && (
          <div className="stack" lang={lang}>
            <Suspense fallback={<Loading />}>
              <Markdown text={words} />
            </Suspense>
            {text.costs.length > 0 && (
              <ul className="plain-list cost-list">
                {text.costs.map(({ amount, item }, index) => (
                  <li key={index}>
                    <span>{say(item, language)}</span>
                    <span>{money(amount, text.currency)}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
        {isOpen && (
          <Link
            className="back"
            to="/r/$round/p/$number"
            params={{ round, number: String(proposal) }}
          >
            <Trans>첨부 파일과 고친 이력까지 보기</Trans>
          </Link>
        )}
      </details>
    </>
  )
}

/** Without the marks of Markdown. */
function plain(words: string): string {
  return words.replaceAll(/[#*_>`]|\[|\]\([^)]*\)/g, '')
}

export function NotShown({ error }: { error: Error }) {
  const { t } = useLingui()
  const problem =
    error instanceof DocumentNotShownError ? error.problem : 'unreachable'
  const words = {
    wrong: t`등록된 글과 달라 보여 드리지 않습니다.`,
    deleted: t`글쓴이의 요청으로 지워진 글입니다.`,
    missing: t`글을 가진 곳을 찾지 못했습니다.`,
    unreachable: t`글을 가져오지 못했습니다. 인터넷 연결을 살펴 주세요.`,
  }
  return (
    <div className="notice notice--warn" role="alert">
      <p className="strong">{words[problem]}</p>
      <p>
        <Trans>
          읽지 못한 제안에는 ‘의견 없음’을 고르거나 나중에 다시 열어 보세요.
        </Trans>{' '}
        <a className="back" href="#/settings">
          <Trans>다른 곳에서 받기</Trans>
        </a>
      </p>
    </div>
  )
}

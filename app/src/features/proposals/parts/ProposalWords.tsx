/** What the applicants wrote: the text, the costs, the files. */
import { Trans } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import { Loading } from '../../../components/Loading.tsx'
import {
  type ProposalText,
  say,
  spokenIn,
} from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { Attachment } from './Attachment.tsx'
import { Costs } from './Costs.tsx'

const SafeMarkdown = lazy(async () => {
  const module = await import('../../../components/SafeMarkdown.tsx')
  return { default: module.SafeMarkdown }
})

type ProposalWordsProps = { text: ProposalText; ask: bigint }

export function ProposalWords({ ask, text }: ProposalWordsProps) {
  const language = useLanguage()
  const words = say(text.text, language)
  return (
    <>
      {words && (
        <Suspense fallback={<Loading />}>
          <SafeMarkdown text={words} lang={spokenIn(text.text, language)} />
        </Suspense>
      )}
      {text.costs.length > 0 && <Costs text={text} ask={ask} />}
      {text.attachments.length > 0 && (
        <section className="stack" aria-labelledby="files">
          <h2 id="files">
            <Trans>첨부</Trans>
          </h2>
          <ul className="stack plain-list">
            {text.attachments.map((attachment) => (
              <li key={attachment.digest}>
                <Attachment {...attachment} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

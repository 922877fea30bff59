/** The text of a reason, an answer, a record: from its document, or why it is not shown. */
import { Trans } from '@lingui/react/macro'
import type { Hash } from 'viem'
import { readReasonText, say, spokenIn } from '../documents/roundDocument.ts'
import { useLanguage } from '../hooks/useLanguage.ts'
import { useDocument } from '../queries/documents.ts'
import { DocumentFailure } from './DocumentFailure.tsx'
import { Loading } from './Loading.tsx'

export function Reason({ digest }: { digest: Hash }) {
  const language = useLanguage()
  const { data, error, refetch } = useDocument(digest)
  if (error)
    return <DocumentFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const words = readReasonText(data.content)
  const text = say(words, language)
  if (text === '')
    return (
      <p className="quiet">
        <Trans>글이 없는 문서입니다.</Trans>
      </p>
    )
  return (
    <div className="reason" lang={spokenIn(words, language)}>
      {text.split('\n\n').map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  )
}

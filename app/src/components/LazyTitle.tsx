/** The title of a proposal, once its document came; its number stands before it anyway. */
import { Trans } from '@lingui/react/macro'
import type { Hash } from 'viem'
import { readProposalText } from '../documents/roundDocument.ts'
import { DocumentNotShownError, useDocument } from '../queries/documents.ts'
import { Said } from './Said.tsx'

export function LazyTitle({ digest }: { digest: Hash | undefined }) {
  const { data, error } = useDocument(digest)
  if (data) return <Said words={readProposalText(data.content).title} />
  return error instanceof DocumentNotShownError ? (
    <NoTitle error={error} />
  ) : null
}

/** A relayer that is away would have every row say so: those keep their number alone. */
function NoTitle({ error: { problem } }: { error: DocumentNotShownError }) {
  switch (problem) {
    case 'wrong':
      return <Trans>등록된 글과 달라 보여 드리지 않습니다.</Trans>
    case 'deleted':
      return <Trans>이 글은 삭제되었습니다.</Trans>
    case 'missing':
    case 'unreachable':
      return null
  }
}

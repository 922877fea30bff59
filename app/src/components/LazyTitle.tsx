/** The title of a proposal, once its document came; its number stands before it anyway. */
import type { Hash } from 'viem'
import { readProposalText } from '../documents/roundDocument.ts'
import { useDocument } from '../queries/documents.ts'
import { Said } from './Said.tsx'

export function LazyTitle({ digest }: { digest: Hash | undefined }) {
  const { data } = useDocument(digest)
  if (!data) return null
  return <Said words={readProposalText(data.content).title} />
}

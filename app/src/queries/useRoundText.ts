/** What people wrote of a round: its name, its purpose, its criteria. */
import { useMemo } from 'react'
import type { Hash } from 'viem'
import { readRoundText } from '../documents/roundDocument.ts'
import { useDocument } from './documents.ts'

export function useRoundText(document: Hash | undefined) {
  const query = useDocument(document)
  const content = query.data?.content ?? null
  const text = useMemo(() => readRoundText(content), [content])
  return { query, text }
}

/** Makes the calls that answer objections: of those that nobody has answered, texts brought before. */
import { useQueryClient } from '@tanstack/react-query'
import { useConfig } from '../../../config/useConfig.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { type Objection, resultQuery } from '../../../queries/result.ts'
import { useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { bringToBeNamed } from '../../../relayer/namedLater.ts'
import { type Call, roundCall } from '../../acts/call.ts'
import type { DecisionDraft, UseDecisionDraft } from './draft.ts'

export function useRecordAnswers({ documentFor, read }: UseDecisionDraft) {
  const { relayers } = useConfig()
  const language = useLanguage()
  const node = useNode()
  const round = useRound()
  const queries = useQueryClient()
  return async function makeCalls(): Promise<Call[]> {
    const query = resultQuery(node, round)
    const { objections } = await queries.query({ ...query, staleTime: 0 })
    const calls: Call[] = []
    for (const { number, text } of writtenAnswers(read(), objections)) {
      const document = documentFor('answer', text, language)
      await bringToBeNamed(relayers, round.round, document)
      const args = [BigInt(number), document.digest] as const
      calls.push(roundCall(round.round, 'answerObjection', args))
    }
    return calls
  }
}

/** An answer cannot be replaced: those that are answered are left out. */
export function writtenAnswers(
  { answers }: DecisionDraft,
  objections: readonly Objection[],
): { number: number; text: string }[] {
  return objections.flatMap(({ answer, number }) => {
    const text = answers[String(number)]?.trim() ?? ''
    return answer || text === '' ? [] : [{ number, text }]
  })
}

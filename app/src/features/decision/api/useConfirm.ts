/** Makes the call that confirms: reasons and record are brought before. */
import { useConfig } from '../../../config/useConfig.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { useRound } from '../../../queries/round.ts'
import { bringToBeNamed } from '../../../relayer/namedLater.ts'
import { type Call, roundCall } from '../../acts/call.ts'
import type { UseDecisionDraft } from './draft.ts'

export function useConfirm({ documentFor, read }: UseDecisionDraft) {
  const { relayers } = useConfig()
  const language = useLanguage()
  const { round } = useRound()
  return async function makeCalls(): Promise<Call[]> {
    const { departures, isDeparting, record } = read()
    const listed = isDeparting ? departures : []
    const reasons = listed.map(({ added, reason, removed }) => {
      const document = documentFor('reason', reason, language)
      return {
        document,
        departure: { removed, added, reason: document.digest },
      }
    })
    const minutes = documentFor('record', record, language)
    for (const document of [...reasons.map((one) => one.document), minutes])
      await bringToBeNamed(relayers, round, document)
    const given = reasons.map(({ departure }) => departure)
    return [roundCall(round, 'confirm', [given, minutes.digest])]
  }
}

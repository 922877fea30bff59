/** One line that an office can put anywhere: the result with what it can be checked by. */
import { Trans, useLingui } from '@lingui/react/macro'
import { CopyText } from '../../../components/CopyText.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import { say } from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import type { Confirmation, Ranking } from '../../../queries/result.ts'
import { useRound } from '../../../queries/round.ts'
import { useRoundText } from '../../../queries/useRoundText.ts'

export type StatementProps = {
  ranking: Ranking
  confirmation: Confirmation
}

export function Statement({ confirmation, ranking }: StatementProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const { chainId } = useConfig()
  const { round, rules, rulesDigest } = useRound()
  const { document } = rules
  const { text } = useRoundText(document)
  const name = say(text.name, language)
  const all = ranking.orders.flat().length
  const { record, selected, transaction } = confirmation
  const count = selected.size
  const recount = new URL(`#/r/${round}/recount`, window.location.href).href
  const line = t`${name}: 제안 ${all}개 중 ${count}개 선정. 회차 ${round} (체인 ${chainId}), 규칙 ${rulesDigest}, 회차 문서 ${document}, 결정 기록 ${record}, 확정 거래 ${transaction}. 누구나 다시 셀 수 있습니다: ${recount}`
  return (
    <div className="stack stack--tight">
      <h3>
        <Trans>공고에 넣을 한 줄</Trans>
      </h3>
      <CopyText value={line} copy={t`복사하기`} copied={t`복사했습니다`} />
    </div>
  )
}

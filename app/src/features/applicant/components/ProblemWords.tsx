/** What is wrong with a field, and what would be right. */
import { Trans } from '@lingui/react/macro'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { DraftBounds, DraftProblem } from '../api/checkDraft.ts'

export type ProblemWordsProps = {
  id: string
  problem: DraftProblem | undefined
  bounds: DraftBounds
}

export function ProblemWords({ bounds, id, problem }: ProblemWordsProps) {
  return (
    <p id={id} className="field__error">
      {problem && <Words problem={problem} bounds={bounds} />}
    </p>
  )
}

type WordsProps = { problem: DraftProblem; bounds: DraftBounds }

function Words({ bounds, problem }: WordsProps) {
  const { money } = useFormats()
  const { budget, currency } = bounds
  switch (problem) {
    case 'missing':
      return <Trans>비어 있습니다. 적어 주세요.</Trans>
    case 'noAmount':
      return <Trans>숫자로만 적어 주세요. 예: 8200000</Trans>
    case 'tooMuch':
      return (
        <Trans>
          이번 회차의 전체 예산({money(budget, currency)})보다 큽니다.
        </Trans>
      )
    case 'sumDiffers':
      return (
        <Trans>표의 합계가 신청 금액과 다릅니다. 둘을 같게 해 주세요.</Trans>
      )
    case 'costIncomplete':
      return (
        <Trans>
          줄마다 무엇에 쓰는지와 금액을 모두 적거나, 줄을 지워 주세요.
        </Trans>
      )
    case 'tooLong':
      return <Trans>글이 너무 깁니다. 1 MiB까지 쓸 수 있습니다.</Trans>
    case 'noCategory':
      return <Trans>분야를 하나 골라 주세요.</Trans>
  }
}

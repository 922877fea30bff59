/** The ranking: the order that follows from the sums, which anyone may hand in. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { readOrders } from '../../../../../chain/opening/readOrders.ts'
import { readDraw } from '../../../../../chain/readDraw.ts'
import { packNumbers } from '../../../../../protocol/packedNumbers.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { roundCall } from '../../acts/call.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import { StepItem } from '../../acts/components/StepItem.tsx'
import { DoneBy } from './DoneBy.tsx'
import type { FinishStepProps } from './DrawStep.tsx'

export function RankStep({ mark, state }: FinishStepProps) {
  const { t } = useLingui()
  const { moment } = useFormats()
  const node = useNode()
  const { round, rules } = useRound()
  const from = moment(rules.times.openUntil)
  async function calls() {
    const draw = await readDraw(node, { round, rules })
    const { orders } = await readOrders(node, { round, rules, draw })
    const [first, second] = orders
    const args = [packNumbers(first), packNumbers(second)] as const
    return [roundCall(round, 'rank', args)]
  }
  return (
    <StepItem mark={mark} title={<Trans>순위 매기기</Trans>}>
      {mark === 'next' && (
        <p>
          <Trans>개표가 끝나는 {from} 뒤에 누구나 할 수 있습니다.</Trans>
        </p>
      )}
      {mark === 'now' && (
        <>
          <p>
            <Trans>
              순위는 합계에서 하나로 정해집니다. 누가 보내도 같고, 틀린 순위는
              계약이 받지 않습니다.
            </Trans>
          </p>
          <ActForm
            name={t`순위 매기기`}
            label={<Trans>순위 매기기</Trans>}
            line={<Trans>순위를 매겼습니다.</Trans>}
            calls={calls}
          />
        </>
      )}
      {mark === 'done' && (
        <>
          <DoneBy doers={state.doers.Ranked} />
          <p>
            <Link className="back" to="/r/$round/results" params={{ round }}>
              <Trans>결과 보기</Trans>
            </Link>
          </p>
        </>
      )}
    </StepItem>
  )
}

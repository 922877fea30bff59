/** A ballot that nobody opened: why that can be, and what can still be done. */
import { Trans } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import { Loading } from '../../../components/Loading.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { Proof } from '../../../components/Proof.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import { withMessages } from '../../../locales/withMessages.tsx'
import { useNow } from '../../../queries/head.ts'
import { useRound } from '../../../queries/round.ts'
import type { TracedBallot } from '../api/traceBallots.ts'
import { useKeyMissing } from '../api/useKeyMissing.ts'
import { Step } from './BallotTrail.tsx'

/** A reviewer seldom needs it: with all that sends, it comes when it does. */
const OwnOpening = lazy(() =>
  withMessages(['acts', 'verify'], async () => {
    const { OwnOpening } = await import('./OwnOpening.tsx')
    return { default: OwnOpening }
  }),
)

export type UnopenedHelpProps = { reviewer: number; ballot: TracedBallot }

export function UnopenedHelp({ ballot, reviewer }: UnopenedHelpProps) {
  const isKeyMissing = useKeyMissing()
  const { round, rules } = useRound()
  const { moment } = useFormats()
  const now = useNow()
  const { openUntil } = rules.times
  const until = moment(openUntil)
  return (
    <Step mark="open" number={3}>
      <p className="strong">
        <Trans>미개봉</Trans>
      </p>
      {isKeyMissing ? (
        <Suspense fallback={<Loading />}>
          <OwnOpening ballot={ballot} reviewer={reviewer} />
        </Suspense>
      ) : now <= openUntil ? (
        <>
          <p>
            <Trans>
              아직 아무도 열지 않았습니다. 열쇠지기의 조각이 모이면 누구나 열 수
              있고, 보통은 중계자가 차례로 엽니다. {until}까지 열면 셉니다.
            </Trans>
          </p>
          <Proof label={<Trans>직접 여는 명령 보기</Trans>}>
            <p>
              <code>npx dure open --rpc URL --round {round}</code>
            </p>
          </Proof>
        </>
      ) : (
        <Notice kind="warn">
          <p>
            <Trans>
              개표가 {until}에 끝날 때까지 열리지 않아 세지 않았습니다. 봉인과
              맞지 않는 심사표는 아무도 열 수 없습니다.
            </Trans>
          </p>
        </Notice>
      )}
    </Step>
  )
}

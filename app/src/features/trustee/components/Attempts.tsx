/** All attempts at the keys: how each ended, who is to blame, why the next one was started. */
import { Trans } from '@lingui/react/macro'
import { zeroHash } from 'viem'
import type { ListedAttempt } from '../../../../../chain/listAttempts.ts'
import type { RoundContext } from '../../../../../chain/roundContext.ts'
import type {
  GenerationView,
  TrusteeView,
} from '../../../../../chain/trustee/trusteeView.ts'
import { Reason } from '../../../components/Reason.tsx'
import { useAttempts } from '../api/useTrusteeView.ts'
import { Blame } from './Blame.tsx'
import { TrusteeNames } from './TrusteeNames.tsx'

export type AttemptsProps = {
  context: RoundContext
  view: TrusteeView
  own: number
}

export function Attempts({ context, own, view }: AttemptsProps) {
  const { attempt, dispute } = view.generation
  const stage = [attempt.number, dispute, view.keys].filter(Boolean).length
  const { data } = useAttempts(context, attempt.number * 10 + stage)
  return (
    <section className="stack" aria-labelledby="attempts">
      <h2 id="attempts">
        <Trans>열쇠 만들기 시도</Trans>
      </h2>
      {data?.map((one) => (
        <Attempt
          key={one.attempt.number}
          listed={one}
          isCurrent={one.attempt.number === attempt.number}
          own={own}
        />
      ))}
    </section>
  )
}

type AttemptProps = {
  listed: ListedAttempt & GenerationView
  isCurrent: boolean
  own: number
}

function Attempt({ isCurrent, listed, own }: AttemptProps) {
  const { attempt, reason, stands } = listed
  const { number, trustees } = attempt
  const numbers = trustees.map((_, index) => index + 1)
  return (
    <article className="card stack stack--tight">
      <h3>
        <Trans>{number}번째 시도</Trans> ·{' '}
        {stands ? (
          <Trans>열쇠가 정해졌습니다</Trans>
        ) : isCurrent && !listed.dispute ? (
          <Trans>진행 중</Trans>
        ) : (
          <Trans>이루지 못함</Trans>
        )}
      </h3>
      <Blame generation={listed} isPast={!isCurrent} stands={stands} />
      {reason !== zeroHash && (
        <>
          <p>
            <Trans>이 시도를 시작한 이유:</Trans>
          </p>
          <Reason digest={reason} />
        </>
      )}
      <details>
        <summary>
          <Trans>이 시도의 열쇠지기</Trans>
        </summary>
        <TrusteeNames numbers={numbers} trustees={trustees} own={own} />
      </details>
    </article>
  )
}

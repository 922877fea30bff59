/** One press: a round to practise with, in the hands of the own wallet. */
import { Trans } from '@lingui/react/macro'
import { useActingWallet } from '../../acts/actingWallet.ts'
import { ActingWallet } from '../../acts/components/ActingWallet.tsx'
import { practiceDraft } from '../draft/practice.ts'
import { useBegin, useGiven } from './useBegin.ts'

export function Practice() {
  const wallet = useActingWallet()
  const begin = useBegin()
  const given = useGiven()
  return (
    <section className="stack">
      <h2>
        <Trans>연습 회차</Trans>
      </h2>
      <p>
        <Trans>
          모든 칸을 짧은 일정으로 채우고, 모든 담당을 내 지갑으로 합니다. 이
          컴퓨터의 체인이나 시험 체인에서 해 보세요. 이름에 ‘[연습]’이 붙습니다.
        </Trans>
      </p>
      <ActingWallet />
      {wallet && (
        <p>
          <button
            className="button"
            type="button"
            onClick={() => {
              begin(practiceDraft(given, wallet.address), 'check')
            }}
          >
            <Trans>연습 회차 채우기</Trans>
          </button>
        </p>
      )}
    </section>
  )
}

/** A draft like an earlier round of this factory. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Address } from 'viem'
import { Failure } from '../../../components/Failure.tsx'
import { useConfig } from '../../../config/useConfig.ts'
import { say } from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { useRoundOf } from '../../../queries/round.ts'
import { roundsQuery } from '../../../queries/rounds.ts'
import { useNode } from '../../../queries/useNode.ts'
import { useRoundText } from '../../../queries/useRoundText.ts'
import { useReadRound } from './useReadRound.ts'

const most = 30

export function CopyRound() {
  const id = useId()
  const [chosen, setChosen] = useState<Address>()
  const { data = [] } = useQuery(roundsQuery(useNode(), useConfig()))
  const { copy, error, isBusy } = useReadRound()
  const round = chosen ?? data[0]?.round
  if (!round) return null
  return (
    <section className="stack">
      <h2>
        <Trans>앞선 회차에서 복사</Trans>
      </h2>
      <p>
        <Trans>
          규칙, 글, 담당을 가져오고 일정은 지금부터로 옮깁니다. 제안과 명부는
          가져오지 않습니다.
        </Trans>
      </p>
      <div className="field">
        <label htmlFor={id}>
          <Trans>회차</Trans>
        </label>
        <select
          id={id}
          value={round}
          onChange={({ target }) => {
            setChosen(target.value as Address)
          }}
        >
          {data.slice(0, most).map((one) => (
            <RoundOption key={one.round} round={one.round} />
          ))}
        </select>
      </div>
      <p>
        <button
          className="button"
          type="button"
          aria-busy={isBusy}
          onClick={() => void copy(round)}
        >
          <Trans>복사해서 시작하기</Trans>
        </button>
      </p>
      {error !== undefined && (
        <Failure error={error} onRetry={() => void copy(round)} />
      )}
    </section>
  )
}

function RoundOption({ round }: { round: Address }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { data } = useRoundOf(round)
  const { text } = useRoundText(data?.rules.document)
  const name = say(text.name, language) || t`이름 없는 회차`
  return (
    <option value={round} lang={say(text.name, language) ? 'ko' : undefined}>
      {`${name} · ${round.slice(0, 8)}`}
    </option>
  )
}

/** A round in the list: its name, its phase, how large it is. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Address } from 'viem'
import { shorten } from '../../../components/CopyText.tsx'
import { Failure } from '../../../components/Failure.tsx'
import { Loading } from '../../../components/Loading.tsx'
import { Said } from '../../../components/Said.tsx'
import { useRoundOf } from '../../../queries/round.ts'
import { useRoundText } from '../../../queries/useRoundText.ts'
import { Counts } from './Counts.tsx'
import { PhaseLine } from './PhaseLine.tsx'

export function RoundCard({ address }: { address: Address }) {
  const { data: round, error, isPending, refetch } = useRoundOf(address)
  const { text } = useRoundText(round?.rules.document)
  const short = shorten(address)
  if (isPending) return <Loading />
  if (!round) return <Failure error={error} onRetry={() => void refetch()} />
  return (
    <article className="card stack">
      <h2>
        <Link className="back" to="/r/$round" params={{ round: address }}>
          <Said words={text.name} otherwise={<Trans>회차 {short}</Trans>} />
        </Link>
      </h2>
      <PhaseLine round={round} />
      <Counts round={round} />
    </article>
  )
}

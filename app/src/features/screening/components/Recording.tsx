/** All decisions that are ready, as the ledger will say them, recorded in one go. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Said } from '../../../components/Said.tsx'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { useRound } from '../../../queries/round.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import { ProposalName } from '../../proposals/parts/ProposalName.tsx'
import type { UseScreeningDraft } from '../api/draft.ts'
import { reasonWords } from '../api/reasons.ts'
import type { SortedDecision } from '../api/sortDecisions.ts'
import { readyOf, useRecord } from '../api/useRecord.ts'

export type RecordingProps = {
  sorted: readonly SortedDecision[]
  using: UseScreeningDraft
}

export function Recording({ sorted, using }: RecordingProps) {
  const { t } = useLingui()
  const { holders } = useRound()
  const makeCalls = useRecord(using)
  const ready = readyOf(sorted)
  const withoutReason = sorted.filter(
    ({ decision, state }) => state === 'open' && decision.accepted === false,
  )
  return (
    <section className="stack" aria-labelledby="record">
      <h2 id="record">
        <Plural value={ready.length} other="기록할 결정 #건" />
      </h2>
      <ActForm
        name={t`자격 확인`}
        label={<Plural value={ready.length} other="결정 #건 기록하기" />}
        holder={holders.screener}
        calls={makeCalls}
        line={ready.length > 0 ? <Lines ready={ready} /> : undefined}
        isReady={ready.length > 0 && withoutReason.length === 0}
        missing={
          withoutReason.length > 0 ? (
            <>
              <Trans>부적격 이유가 비어 있습니다:</Trans>{' '}
              {withoutReason.map(({ proposal }) => (
                <span key={proposal.key}>
                  <ProposalName proposal={proposal} />{' '}
                </span>
              ))}
            </>
          ) : (
            <Trans>적격인지 부적격인지 먼저 고르세요.</Trans>
          )
        }
      />
    </section>
  )
}

function Lines({ ready }: { ready: readonly SortedDecision[] }) {
  const language = useLanguage()
  return (
    <ul>
      {ready.map(({ decision, proposal }) => (
        <li key={proposal.key}>
          <ProposalName proposal={proposal} />{' '}
          <Trans>{decision.version}번째 판</Trans>:{' '}
          {decision.accepted ? <Trans>적격</Trans> : <Trans>부적격</Trans>} ·{' '}
          <Said words={reasonWords(decision.reason, language)} />
        </li>
      ))}
    </ul>
  )
}

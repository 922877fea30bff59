/** The decision: as ranked, or with departures; the record of the meeting; the ledger's line. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import {
  checkDepartures,
  type DepartureStanding,
} from '../../../../../protocol/departures.ts'
import { Loading } from '../../../components/Loading.tsx'
import type { Ranking, Result } from '../../../queries/result.ts'
import { useRound } from '../../../queries/round.ts'
import { ActForm } from '../../acts/components/ActForm.tsx'
import type { DecisionDraft, UseDecisionDraft } from '../api/draft.ts'
import { useConfirm } from '../api/useConfirm.ts'
import { useDepartureStanding } from '../api/useDepartureStanding.ts'
import { ConfirmLine } from './ConfirmLine.tsx'
import { Departures } from './Departures.tsx'
import { DepartureTrouble } from './DepartureTrouble.tsx'
import { HowToDecide } from './HowToDecide.tsx'
import { RecordField } from './RecordField.tsx'

export type ConfirmProps = {
  result: Result
  ranking: Ranking
  using: UseDecisionDraft
}

export function Confirm({ ranking, result, using }: ConfirmProps) {
  const standing = useDepartureStanding(ranking)
  const { draft } = using
  const unanswered = result.objections.filter(({ answer }) => !answer).length
  return (
    <section className="stack" aria-labelledby="confirm">
      <h2 id="confirm">
        <Trans>확정</Trans>
      </h2>
      {unanswered > 0 && (
        <p className="notice notice--warn">
          <Plural
            value={unanswered}
            other="답하지 않은 이의가 #건 있습니다. 그대로 확정하면 그 수가 기록에 남습니다."
          />
        </p>
      )}
      <HowToDecide using={using} />
      {draft.isDeparting &&
        (standing ? (
          <Departures standing={standing} using={using} />
        ) : (
          <Loading />
        ))}
      <RecordField using={using} />
      {standing && (
        <Press standing={standing} unanswered={unanswered} using={using} />
      )}
    </section>
  )
}

type PressProps = {
  standing: DepartureStanding
  unanswered: number
  using: UseDecisionDraft
}

function Press({ standing, unanswered, using }: PressProps) {
  const { t } = useLingui()
  const { holders } = useRound()
  const makeCalls = useConfirm(using)
  const { draft } = using
  const departures = draft.isDeparting ? draft.departures : []
  const refusal = checkDepartures(standing, departures)
  const lack = lackOf(draft)
  return (
    <ActForm
      name={t`결과 확정`}
      label={<Trans>확정하기</Trans>}
      holder={holders.committee}
      calls={makeCalls}
      line={<ConfirmLine departures={departures} unanswered={unanswered} />}
      isReady={lack === undefined && refusal === undefined}
      missing={<DepartureTrouble lack={lack} refusal={refusal} />}
    />
  )
}

export type Lack = 'departures' | 'reason' | 'record'

function lackOf({
  departures,
  isDeparting,
  record,
}: DecisionDraft): Lack | undefined {
  if (isDeparting && departures.length === 0) return 'departures'
  if (isDeparting && departures.some(({ reason }) => reason.trim() === ''))
    return 'reason'
  return record.trim() === '' ? 'record' : undefined
}

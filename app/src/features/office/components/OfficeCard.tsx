/** One role: who holds it, what it does now, and what comes later. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '../../../hooks/useFormats.ts'
import type { Round } from '../../../queries/round.ts'
import { useTrustees } from '../api/useOwnOffices.ts'
import { dutiesOf, type Duty, type Office } from '../duties.ts'
import { officeNames } from '../names.ts'

export type OfficeCardProps = { office: Office; round: Round; isOwn: boolean }

export function OfficeCard({ isOwn, office, round }: OfficeCardProps) {
  const { i18n } = useLingui()
  const trustees = useTrustees(round)
  const holders = holdersOf(office, round, trustees)
  return (
    <section className="card stack stack--tight">
      <h2>{i18n._(officeNames[office])}</h2>
      {isOwn && (
        <p>
          <span className="state state--good">
            <Trans>이 지갑이 맡고 있습니다</Trans>
          </span>
        </p>
      )}
      {holders.length > 0 && (
        <ul className="plain-list quiet">
          {holders.map((holder) => (
            <li key={holder}>
              <code>{holder}</code>
            </li>
          ))}
        </ul>
      )}
      <ul className="plain-list stack stack--tight">
        {dutiesOf(office, round).map((duty) => (
          <li key={duty.to}>
            <DutyLine duty={duty} round={round.round} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function DutyLine({ duty, round }: { duty: Duty; round: string }) {
  const { i18n } = useLingui()
  return (
    <>
      <p className="row">
        <a className="duty" href={`#/r/${round}/${duty.to}`}>
          {i18n._(duty.name)}
        </a>
        <When duty={duty} />
      </p>
      <p className="quiet">{i18n._(duty.help)}</p>
    </>
  )
}

function When({ duty: { state, when } }: { duty: Duty }) {
  const { moment } = useFormats()
  const time = when === undefined ? '' : moment(when)
  if (state === 'over')
    return (
      <span className="state">
        <Trans>지난 일</Trans>
      </span>
    )
  if (state === 'now')
    return (
      <span className="state state--good duty__when">
        {time === '' ? <Trans>지금</Trans> : <Trans>지금 · {time}까지</Trans>}
      </span>
    )
  return (
    <span className="state duty__when">
      {time === '' ? <Trans>나중에</Trans> : <Trans>{time}부터</Trans>}
    </span>
  )
}

function holdersOf(
  office: Office,
  { holders }: Round,
  trustees: readonly string[],
): readonly string[] {
  if (office === 'anyone') return []
  return office === 'trustee' ? trustees : [holders[office]]
}

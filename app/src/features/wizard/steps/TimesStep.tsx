/** When each phase ends, with the margins that the contract keeps. */
import { Trans, useLingui } from '@lingui/react/macro'
import { momentNames, periodNames } from '../../../../../protocol/rules.ts'
import { MomentField } from '../components/MomentField.tsx'
import { PeriodField } from '../components/PeriodField.tsx'
import type { Draft } from '../draft/draft.ts'
import { useWizard } from '../wizardContext.ts'
import { timeWords } from './timeWords.ts'

type Moments = Draft['times']
type Periods = Draft['periods']

export function TimesStep() {
  const { change, draft } = useWizard()
  const { i18n } = useLingui()
  return (
    <>
      <p>
        <Trans>
          한국 시간으로 적습니다. 앞의 것은 처음에 알맞은 간격으로 채워
          두었습니다. 계약은 아래에 적힌 최소 간격을 지킵니다.
        </Trans>
      </p>
      {(momentNames as (keyof Moments)[]).map((name) => (
        <MomentField
          key={name}
          path={`times.${name}`}
          label={i18n._(timeWords[name].label)}
          hint={i18n._(timeWords[name].hint)}
          value={draft.times[name]}
          onChange={(time) => {
            change({ times: { ...draft.times, [name]: time } })
          }}
        />
      ))}
      <h2>
        <Trans>기간</Trans>
      </h2>
      {(periodNames as (keyof Periods)[]).map((name) => (
        <PeriodField
          key={name}
          path={`times.${name}`}
          label={i18n._(timeWords[name].label)}
          hint={i18n._(timeWords[name].hint)}
          value={draft.periods[name]}
          onChange={(period) => {
            change({ periods: { ...draft.periods, [name]: period } })
          }}
        />
      ))}
    </>
  )
}

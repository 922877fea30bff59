/** Reviews that each proposal gets at several turnouts. */
import { Trans, useLingui } from '@lingui/react/macro'
import { reviewsPerProposal } from '../../../../../protocol/drawLaws.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { useWizard } from '../wizardContext.ts'

const turnouts = [1, 0.75, 0.5, 0.25]

export function ReviewsTable() {
  const { t } = useLingui()
  const { number, percent } = useFormats()
  const { checked, draft } = useWizard()
  const { rules } = checked.plan
  const n = Number(draft.proposals)
  const most = n > 0 ? reviewsPerProposal(rules, n) : 0
  if (!Number.isFinite(most) || most <= 0) return null
  return (
    <div
      className="scroller"
      tabIndex={0}
      role="region"
      aria-label={t`제안마다 받는 심사`}
    >
      <table>
        <caption>
          <Trans>제안마다 받는 심사</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>참여율</Trans>
            </th>
            <th scope="col">
              <Trans>심사 수</Trans>
            </th>
            <th scope="col">
              <Trans>막대</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {turnouts.map((turnout) => {
            const share = percent(turnout)
            const count = number(Math.floor(most * turnout))
            return (
              <tr key={turnout}>
                <th scope="row">{share}</th>
                <td>
                  {turnout === 1 ? (
                    <Trans>최대 {count}번</Trans>
                  ) : (
                    <Trans>약 {count}번</Trans>
                  )}
                </td>
                <td>
                  <meter
                    className="wizard-meter"
                    max={most}
                    value={most * turnout}
                    aria-label={t`참여율 ${share}일 때 ${count}번`}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

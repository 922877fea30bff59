/** What the money is for, and whether it adds up to what is asked for. */
import { Trans } from '@lingui/react/macro'
import { Notice } from '../../../components/Notice.tsx'
import { Said } from '../../../components/Said.tsx'
import type { ProposalText } from '../../../documents/roundDocument.ts'
import { useFormats } from '../../../hooks/useFormats.ts'

export function Costs({ ask, text }: { text: ProposalText; ask: bigint }) {
  const { money } = useFormats()
  const { costs, currency } = text
  const sum = costs.reduce((all, { amount }) => all + amount, 0)
  return (
    <section className="stack text-blocks" aria-labelledby="costs">
      <h2 id="costs">
        <Trans>예산 표</Trans>
      </h2>
      <div className="scroller">
        <table className="costs" aria-labelledby="costs">
          <thead>
            <tr>
              <th scope="col">
                <Trans>무엇에</Trans>
              </th>
              <th scope="col" className="number">
                <Trans>금액</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {costs.map(({ amount, item }, index) => (
              <tr key={index}>
                <th scope="row">
                  <Said words={item} />
                </th>
                <td className="number">{money(amount, currency)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">
                <Trans>합계</Trans>
              </th>
              <td className="number">{money(sum, currency)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {String(sum) !== String(ask) && (
        <Notice kind="warn">
          <p>
            <Trans>
              표의 합계와 공개 장부의 신청 금액이 다릅니다. 신청 금액:{' '}
              {money(ask, currency)}
            </Trans>
          </p>
        </Notice>
      )}
    </section>
  )
}

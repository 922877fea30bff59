/** What the transactions of the round cost, in gas and in money. */
import { Trans, useLingui } from '@lingui/react/macro'
import { parseGwei } from 'viem'
import {
  type CostRow,
  costOfRound,
} from '../../../../../protocol/costOfRound.ts'
import { reviewerCount } from '../../../../../protocol/rules.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { TextField } from '../components/TextField.tsx'
import { useWizard } from '../wizardContext.ts'
import { roleWords } from './roleWords.ts'

export function CostTable() {
  const { change, checked, draft } = useWizard()
  const proposals = Number(draft.proposals)
  const acts = Number.isSafeInteger(proposals) ? proposals : 0
  const { threshold, trustees: holders } = checked.plan.rules
  const trustees = { threshold, count: holders.length }
  const seats = reviewerCount(checked.plan.rules, acts)
  const isGwei = /^\d{1,6}(\.\d{1,9})?$/.test(draft.gwei)
  const price = isGwei ? parseGwei(draft.gwei) : 0n
  return (
    <section className="stack">
      <h2>
        <Trans>비용</Trans>
      </h2>
      <p>
        <Trans>
          모두 참여할 때입니다. 제안 872개, 목록 10개, 묶음 400장으로 잰 값에
          바탕을 둔 어림입니다. 심사자는 내지 않습니다.
        </Trans>
      </p>
      <TextField
        isNumber
        path="gwei"
        label={<Trans>가스 값 (gwei)</Trans>}
        hint={<Trans>체인마다 다릅니다. 예: 0.05, 1, 20</Trans>}
        value={draft.gwei}
        onChange={(gwei) => {
          change({ gwei })
        }}
      />
      <TextField
        isNumber
        path="etherPrice"
        label={<Trans>1 ETH의 값 (원)</Trans>}
        value={draft.etherPrice}
        onChange={(etherPrice) => {
          change({ etherPrice })
        }}
      />
      {acts >= 0 && (
        <Rows
          cost={costOfRound({
            ...{ ballots: seats, seats, acts, price },
            ...{ proposals: acts, trustees },
          })}
          ballots={seats}
        />
      )}
    </section>
  )
}

type RowsProps = { cost: ReturnType<typeof costOfRound>; ballots: number }

function Rows({ ballots, cost }: RowsProps) {
  const { i18n, t } = useLingui()
  const { money, number } = useFormats()
  const { draft } = useWizard()
  const etherPrice = Number(draft.etherPrice) || 0
  const cells = ({ eth, gas }: Pick<CostRow, 'eth' | 'gas'>) => (
    <>
      <td className="number">
        {money(Math.round(Number(eth) * etherPrice), 'KRW')}
      </td>
      <td className="number">{number(gas)}</td>
      <td className="number">{Number(eth).toFixed(5)}</td>
    </>
  )
  const words: Readonly<Record<CostRow['what'], string>> = {
    'cast the ballots': t`심사표 기록`,
    'send signed acts': t`제안 접수`,
    'draw and rank': t`추첨과 순위`,
    'open the ballots': t`개표`,
    'publish the roll': t`명부 공개`,
    'screen and number': t`자격 확인과 번호 매기기`,
    'make and release keys': t`열쇠 만들기와 공개`,
    'make, freeze and confirm': t`회차 만들기, 고정, 확정`,
  }
  const who: Readonly<Record<CostRow['who'], string>> = {
    relayer: t`중계자`,
    anyone: t`누구나`,
    registrar: i18n._(roleWords.registrar.label),
    screener: i18n._(roleWords.screener.label),
    trustees: t`열쇠지기`,
    admin: i18n._(roleWords.admin.label),
  }
  const perBallot =
    cost.rows[0] && ballots > 0 ? cost.rows[0].gas / BigInt(ballots) : 0n
  return (
    <div className="scroller" tabIndex={0} role="region" aria-label={t`비용`}>
      <table className="round-costs">
        <caption>
          <Trans>심사표 한 장의 기록에 가스 {number(perBallot)}</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>항목</Trans>
            </th>
            <th scope="col" className="number">
              <Trans>돈</Trans>
            </th>
            <th scope="col" className="number">
              <Trans>가스</Trans>
            </th>
            <th scope="col" className="number">
              ETH
            </th>
          </tr>
        </thead>
        <tbody>
          {cost.rows.map((row) => (
            <tr key={row.what}>
              <th scope="row">
                {words[row.what]}
                <span className="round-costs__who quiet">{who[row.who]}</span>
              </th>
              {cells(row)}
            </tr>
          ))}
          <tr>
            <th scope="row">
              <Trans>중계자가 준비할 것</Trans>
            </th>
            {cells(cost.relayer)}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

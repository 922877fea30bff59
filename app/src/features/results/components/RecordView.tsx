/** The whole result on paper: the official record, each page with its round and block. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { hasHalves } from '../../../../../protocol/rules.ts'
import { Said } from '../../../components/Said.tsx'
import type { RoundText } from '../../../documents/roundDocument.ts'
import { useFormats } from '../../../hooks/useFormats.ts'
import { headQuery } from '../../../queries/head.ts'
import { useNode } from '../../../queries/useNode.ts'
import type { Standing } from '../api/useStanding.ts'
import { Decision } from './Decision.tsx'
import type { Half } from './Furrows.tsx'
import { Headline } from './Headline.tsx'
import { Method } from './Method.tsx'
import { ObjectionList } from './ObjectionList.tsx'
import { PlaceLink } from './PlaceLink.tsx'
import { HalfHeading } from './RankingSection.tsx'
import { RankingTable } from './RankingTable.tsx'
import { Turnout } from './Turnout.tsx'

const QrCode = lazy(() =>
  import('../../../components/QrCode.tsx').then(({ QrCode }) => ({
    default: QrCode,
  })),
)

export type RecordViewProps = { standing: Standing; text: RoundText }

export function RecordView({ standing, text }: RecordViewProps) {
  const halves: Half[] = hasHalves(standing.round.rules) ? [0, 1] : [0]
  const { t } = useLingui()
  return (
    <>
      <div className="row no-print">
        <button
          className="button button--main"
          type="button"
          onClick={() => {
            window.print()
          }}
        >
          <Trans>인쇄하기</Trans>
        </button>
        <PlaceLink to={{}} className="button">
          <Trans>결과 화면으로</Trans>
        </PlaceLink>
      </div>
      <table className="record" role="presentation">
        <thead role="presentation">
          <tr role="presentation">
            <td role="presentation">
              <RunningHead standing={standing} text={text} />
            </td>
          </tr>
        </thead>
        <tbody role="presentation">
          <tr role="presentation">
            <td role="presentation">
              <div className="stack stack--loose">
                <RecordHead standing={standing} text={text} />
                <Headline standing={standing} />
                <Turnout isRanked />
                {halves.map((half) => (
                  <section key={half} className="stack">
                    <h2>
                      <HalfHeading standing={standing} half={half} />
                    </h2>
                    <RankingTable
                      standing={standing}
                      rows={standing.rowsOf(half)}
                      caption={t`순위 전체`}
                    />
                  </section>
                ))}
                <Method standing={standing} />
                <Decision standing={standing} />
                <section className="stack" aria-labelledby="objections">
                  <h2 id="objections">
                    <Trans>이의와 답변</Trans>
                  </h2>
                  <ObjectionList result={standing.result} level={3} />
                </section>
              </div>
            </td>
          </tr>
        </tbody>
      </table>
    </>
  )
}

/** On every printed page. */
function RunningHead({ standing, text }: RecordViewProps) {
  const { data: head } = useQuery(headQuery(useNode()))
  const block = head ? String(head.number) : '…'
  return (
    <div className="running-head">
      <span>
        <Said words={text.name} />
      </span>
      <span>{standing.round.round}</span>
      <span>
        <Trans>블록 {block}</Trans>
      </span>
    </div>
  )
}

function RecordHead({ standing }: RecordViewProps) {
  const { t } = useLingui()
  const { moment } = useFormats()
  const { data: head } = useQuery(headQuery(useNode()))
  const { round } = standing.round
  const recount = new URL(`#/r/${round}/recount`, window.location.href).href
  const readAt = head ? moment(head.timestamp) : '…'
  return (
    <div className="record__head">
      <div className="stack stack--tight">
        <p>
          <Trans>공개 장부를 {readAt}에 읽은 기록입니다.</Trans>
        </p>
        <p>
          <Trans>
            QR 그림을 휴대폰으로 비추면 누구나 다시 세어 볼 수 있습니다:
          </Trans>{' '}
          <span className="address">{recount}</span>
        </p>
      </div>
      <Suspense>
        <QrCode text={recount} label={t`다시 세기 화면의 주소`} />
      </Suspense>
    </div>
  )
}

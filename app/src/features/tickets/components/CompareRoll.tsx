/** Whether the published roll has the keys that people enrolled: it should, everywhere. */
import { Trans, useLingui } from '@lingui/react/macro'
import { KeyTrouble } from '../../acts/wallet/KeyTrouble.tsx'
import { useFormats } from '../../../hooks/useFormats.ts'
import {
  compareRoll,
  type Desk,
  type RollComparison,
} from '../../../relayer/registrar.ts'
import { useWork } from '../api/useWork.ts'

export function CompareRoll({ desk }: { desk: Desk }) {
  const work = useWork<RollComparison>()
  return (
    <section className="stack no-print" aria-labelledby="compare">
      <h2 id="compare">
        <Trans>공개한 명부와 등록한 열쇠 견주기</Trans>
      </h2>
      <p>
        <Trans>다른 곳이 하나도 없어야 합니다. 고정하기 전에 꼭 하세요.</Trans>
      </p>
      {work.error !== undefined && <KeyTrouble error={work.error} />}
      <p>
        <button
          className="button"
          type="button"
          aria-busy={work.isBusy}
          onClick={() => void work.run(() => compareRoll(desk))}
        >
          <Trans>견주어 보기</Trans>
        </button>
      </p>
      {work.result && <Found comparison={work.result} />}
    </section>
  )
}

function Found({ comparison }: { comparison: RollComparison }) {
  const { t } = useLingui()
  const { number } = useFormats()
  const { differences, isPublished } = comparison
  return (
    <div className="stack" role="status" data-differences={differences.length}>
      {!isPublished && (
        <p className="notice notice--warn">
          <Trans>명부가 아직 다 공개되지 않았습니다.</Trans>
        </p>
      )}
      {differences.length === 0 ? (
        <p className="strong">
          <Trans>다른 곳이 없습니다.</Trans>
        </p>
      ) : (
        <>
          <p className="strong">
            <Trans>다른 곳 {number(differences.length)}</Trans>
          </p>
          <div
            className="scroller"
            role="region"
            aria-label={t`다른 곳`}
            tabIndex={0}
          >
            <table aria-label={t`다른 곳`}>
              <thead>
                <tr>
                  <th scope="col">
                    <Trans>심사자</Trans>
                  </th>
                  <th scope="col">
                    <Trans>등록한 열쇠</Trans>
                  </th>
                  <th scope="col">
                    <Trans>공개한 열쇠</Trans>
                  </th>
                </tr>
              </thead>
              <tbody>
                {differences.map(({ enrolled, published, reviewer }) => (
                  <tr key={reviewer}>
                    <th scope="row">{number(reviewer)}</th>
                    <td>
                      <code>{enrolled ?? t`없음`}</code>
                    </td>
                    <td>
                      <code>{published ?? t`없음`}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  )
}

/** What nobody can prevent here. */
import { Trans } from '@lingui/react/macro'

export function Limits() {
  return (
    <section className="stack" aria-labelledby="limits">
      <h2 id="limits">
        <Trans>막지 못하는 것</Trans>
      </h2>
      <p>
        <Trans>
          지키지 못할 약속은 하지 않습니다. 다음은 이 방식으로 막지 못합니다.
        </Trans>
      </p>
      <ul className="stack stack--tight">
        <li>
          <Trans>
            강요와 점수 매매: 집에서 하는 심사이므로 옆에서 시키거나 돈을 주는
            일을 막지 못합니다.
          </Trans>
        </li>
        <li>
          <Trans>
            감염된 휴대폰: 보여 주는 것과 다른 것에 서명하게 할 수 있습니다.
          </Trans>
        </li>
        <li>
          <Trans>
            거짓 명부: 명부 담당이 엉뚱한 열쇠를 올려도 계약은 모릅니다. 그래서
            고정 전에 공개합니다.
          </Trans>
        </li>
        <li>
          <Trans>
            열쇠지기들의 담합: 정해진 수가 함께 마음먹으면 마감 전에 열어 볼 수
            있습니다.
          </Trans>
        </li>
        <li>
          <Trans>
            두 조의 담합: 다른 조 사람과 서로 높은 점수를 주기로 할 수 있습니다.
          </Trans>
        </li>
        <li>
          <Trans>
            일부러 잘못 봉인하기: 마감 뒤에 자기 심사표를 열지 말지 고를 수 있게
            됩니다.
          </Trans>
        </li>
        <li>
          <Trans>
            번호로 사람 짐작하기: 개표 뒤 점수는 심사자 번호와 함께 공개됩니다.
            작은 공동체에서는 누구인지 짐작할 수 있습니다.
          </Trans>
        </li>
      </ul>
    </section>
  )
}

/** The phone is gone, or is another one. */
import { Trans } from '@lingui/react/macro'

export function LostPhone() {
  return (
    <section className="stack" aria-labelledby="lost">
      <h2 id="lost">
        <Trans>휴대폰을 잃어버렸거나 바꿨을 때</Trans>
      </h2>
      <ul className="stack stack--tight">
        <li>
          <Trans>
            같은 계정(구글, 애플)을 쓰는 새 휴대폰에서는 지문 열쇠가 따라오는
            일이 많습니다. 새 휴대폰에서 주소를 열고 ‘내 열쇠 찾기’를 누르세요.
          </Trans>
        </li>
        <li>
          <Trans>
            고정하기 전이면 담당자에게 전화하세요. 참여권을 다시 발급하면 먼저
            것은 쓸 수 없게 됩니다.
          </Trans>
        </li>
        <li>
          <Trans>
            고정한 뒤에는 아무도 열쇠를 바꿀 수 없습니다. 그래야 담당자도 남의
            이름으로 심사하지 못합니다.
          </Trans>
        </li>
        <li>
          <Trans>
            이미 기록된 심사표는 휴대폰을 잃어버려도 그대로 세어집니다.
          </Trans>
        </li>
      </ul>
    </section>
  )
}

/** How a reviewer takes part, step by step. */
import { Trans } from '@lingui/react/macro'

export function TakePart() {
  return (
    <section className="stack" aria-labelledby="take-part">
      <h2 id="take-part">
        <Trans>어떻게 참여하나요</Trans>
      </h2>
      <ol className="stack stack--tight">
        <li>
          <Trans>
            참여권의 QR을 찍거나 주소를 열고, 지문이나 얼굴로 등록합니다.
            1분이면 됩니다. 화면 잠금 번호나 지갑으로도 됩니다.
          </Trans>
        </li>
        <li>
          <Trans>
            심사가 시작되면 같은 휴대폰에서 같은 주소를 엽니다. 추첨으로 받은
            제안 목록이 나옵니다.
          </Trans>
        </li>
        <li>
          <Trans>
            제안을 읽고 점수를 누릅니다. 누를 때마다 이 기기에 저장되므로 언제든
            멈췄다가 이어서 할 수 있습니다. 잘 모르겠으면 ‘의견 없음’을
            고릅니다.
          </Trans>
        </li>
        <li>
          <Trans>
            다 되면 한 번에 보냅니다. ‘접수됨’은 중계자가 받았다는 뜻이고,
            ‘기록됨 ✓’이 나와야 끝입니다.
          </Trans>
        </li>
        <li>
          <Trans>
            개표 뒤에 확인 번호로 내 심사표가 세어졌는지 볼 수 있습니다.
          </Trans>
        </li>
      </ol>
      <p>
        <Trans>
          돈은 들지 않습니다. 이름과 전화번호는 공개되지 않습니다. 참여권 한
          장은 한 사람 것입니다. 대신 등록하지 마세요.
        </Trans>
      </p>
    </section>
  )
}

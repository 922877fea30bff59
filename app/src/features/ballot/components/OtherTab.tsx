/** The same scores were changed in another tab: the reader says which stand. */
import { Trans } from '@lingui/react/macro'
import type { DraftInHand } from '../api/useDraft.ts'

export function OtherTab({ inHand }: { inHand: DraftInHand }) {
  if (!inHand.isKept)
    return (
      <div className="notice notice--warn" role="alert">
        <Trans>
          이 브라우저는 점수를 저장하지 않습니다. 비공개 창이라면 보통 창으로
          여세요. 창을 닫으면 점수가 사라집니다.
        </Trans>
      </div>
    )
  if (!inHand.other) return null
  return (
    <div className="notice notice--warn stack stack--tight" role="alert">
      <p className="strong">
        <Trans>다른 창에서 고쳤습니다.</Trans>
      </p>
      <div className="row">
        <button className="button" type="button" onClick={inHand.takeOther}>
          <Trans>다른 창의 점수 쓰기</Trans>
        </button>
        <button className="button" type="button" onClick={inHand.keepOwn}>
          <Trans>이 창의 점수 쓰기</Trans>
        </button>
      </div>
    </div>
  )
}

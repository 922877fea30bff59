/** Takes key, scores and receipts of a seat off this device, after a question. */
import { Trans } from '@lingui/react/macro'
import { useRef } from 'react'
import { forgetDraft } from '../../../ballots/drafts.ts'
import { forgetBallots } from '../../../ballots/keptBallots.ts'
import { dropKey, type HeldKey } from '../../../keys/heldKeys.ts'

export function ForgetSeat({ heldKey }: { heldKey: HeldKey }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const forget = () => {
    forgetDraft(heldKey)
    forgetBallots(heldKey)
    dropKey(heldKey)
    dialog.current?.close()
  }
  return (
    <>
      <button
        className="button button--quiet"
        type="button"
        onClick={() => dialog.current?.showModal()}
      >
        <Trans>이 기기에서 지우기</Trans>
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby="forget-title">
        <div className="stack">
          <h2 id="forget-title">
            <Trans>이 기기에서 지울까요?</Trans>
          </h2>
          <p>
            <Trans>
              보내지 않은 점수와 접수증이 이 기기에서 사라집니다. 이미 보낸
              심사표는 그대로 셉니다.
            </Trans>
          </p>
          <p>
            {heldKey.kind === 'passkey' ? (
              <Trans>
                지문 열쇠는 휴대폰의 암호 관리에 남아 있어, ‘내 열쇠 찾기’로
                다시 쓸 수 있습니다.
              </Trans>
            ) : (
              <Trans>열쇠는 지갑에 남아 있어 다시 찾을 수 있습니다.</Trans>
            )}
          </p>
          <div className="row">
            <button
              className="button"
              type="button"
              onClick={() => dialog.current?.close()}
            >
              <Trans>그대로 두기</Trans>
            </button>
            <button
              className="button button--danger"
              type="button"
              onClick={forget}
            >
              <Trans>지우기</Trans>
            </button>
          </div>
        </div>
      </dialog>
    </>
  )
}

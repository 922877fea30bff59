/** What this device keeps, and a way to delete it. */
import { Trans } from '@lingui/react/macro'
import { useRef } from 'react'
import { useHeldKeys } from '../../keys/useHeldKeys.ts'
import { deleteKept } from './deleteKept.ts'

export function KeptHere() {
  const keys = useHeldKeys()
  const dialog = useRef<HTMLDialogElement>(null)
  const count = keys.length
  return (
    <section className="stack" aria-labelledby="kept">
      <h2 id="kept">
        <Trans>이 기기에 저장된 것</Trans>
      </h2>
      <ul className="stack stack--tight">
        <li>
          <Trans>어느 자리의 심사자인지와 열쇠의 이름: {count}개</Trans>
        </li>
        <li>
          <Trans>매기던 점수와 보낸 심사표, 접수증</Trans>
        </li>
        <li>
          <Trans>글자와 화면 설정, 노드와 중계자 주소, 제안 목록의 차례</Trans>
        </li>
      </ul>
      <p>
        <Trans>
          이것들은 이 기기에만 있습니다. 여럿이 쓰는 휴대폰이면 다 쓰고
          지우세요.
        </Trans>
      </p>
      <p>
        <button
          className="button button--danger"
          type="button"
          onClick={() => dialog.current?.showModal()}
        >
          <Trans>모두 지우기</Trans>
        </button>
      </p>
      <dialog ref={dialog} className="dialog" aria-labelledby="delete">
        <form method="dialog" className="stack">
          <h3 id="delete">
            <Trans>이 기기에 저장된 것을 모두 지울까요?</Trans>
          </h3>
          <p>
            <Trans>
              아직 보내지 않은 점수는 되살릴 수 없습니다. 이미 기록된 심사표는
              그대로 세어집니다. 지문 열쇠 자체는 휴대폰 설정에서 지웁니다.
            </Trans>
          </p>
          <div className="row">
            <button className="button" type="submit">
              <Trans>그만두기</Trans>
            </button>
            <button
              className="button button--danger"
              type="button"
              onClick={() => void deleteKept()}
            >
              <Trans>모두 지우기</Trans>
            </button>
          </div>
        </form>
      </dialog>
    </section>
  )
}

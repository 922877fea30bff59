/** The drafts of this device: go on, or delete. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { say, spokenIn } from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import {
  draftId,
  forgetDraft,
  useDraft,
  useDraftIds,
} from '../draft/keptDrafts.ts'
import type { Draft } from '../draft/draft.ts'

export function DraftList() {
  const ids = useDraftIds()
  if (ids.length === 0) return null
  return (
    <section className="stack stack--tight">
      <h2>
        <Trans>이 기기의 초안</Trans>
      </h2>
      <ul className="stack stack--tight plain-list">
        {ids.map((id) => (
          <DraftItem key={id} id={id} />
        ))}
      </ul>
    </section>
  )
}

function DraftItem({ id }: { id: string }) {
  const { t } = useLingui()
  const language = useLanguage()
  const draft = useDraft(id)
  if (!draft) return null
  const name = namesOf(draft)
  const shown = say(name, language)
  return (
    <li className="card row">
      <Link
        className="back"
        to="/new/$draft/$step"
        params={{ draft: id, step: draft.seen.at(-1) ?? 'basics' }}
        {...(shown === '' ? {} : { lang: spokenIn(name, language) })}
      >
        {shown || t`이름 없는 초안`}
      </Link>
      {draft.isPractice && (
        <span className="state">
          <Trans>연습</Trans>
        </span>
      )}
      <Delete draft={draft} />
    </li>
  )
}

function namesOf({ name }: Draft) {
  return {
    ...(name.ko === '' ? {} : { ko: name.ko }),
    ...(name.en === '' ? {} : { en: name.en }),
  }
}

function Delete({ draft }: { draft: Draft }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { t } = useLingui()
  return (
    <>
      <button
        className="button button--quiet"
        type="button"
        onClick={() => dialog.current?.showModal()}
      >
        <Trans>지우기</Trans>
      </button>
      <dialog ref={dialog} className="dialog" aria-label={t`초안 지우기`}>
        <form method="dialog" className="stack">
          <p>
            <Trans>이 초안을 지울까요? 되돌릴 수 없습니다.</Trans>
          </p>
          <div className="row">
            <button
              className="button button--danger"
              onClick={() => {
                forgetDraft(draftId(draft))
              }}
            >
              <Trans>지우기</Trans>
            </button>
            <button className="button button--quiet">
              <Trans>그만두기</Trans>
            </button>
          </div>
        </form>
      </dialog>
    </>
  )
}
